import type { ColumnType, Generated } from 'kysely';
import type {
  Deposit,
  Difference,
  Reconciliation,
  ReconciliationGroup,
  ReportColumns,
} from '../../src/contract/reconciliation.js';

/** A JSON document, written as text and read as a value. */
type Json<T> = ColumnType<T, string, string>;

/** What a finished comparison found, but for its entries. */
export interface Findings extends Required<Pick<Reconciliation, 'totals' | 'offCents' | 'balanced' | 'groupCount'>> {
  readonly deposit: Deposit;
  readonly cutOffs: Reconciliation['cutOffs'];
  /** Whether something of the day stands in a batch that is still open. */
  readonly hasOpenBatch: boolean;
}

export interface ReconciliationTable {
  company_id: string;
  id: string;
  location_id: string;
  day: string;
  /** `day` itself unless several were compared. */
  last_day: string;
  time_zone: string;
  status: Reconciliation['status'];
  file_name: string | null;
  progress: Json<NonNullable<Reconciliation['progress']>> | null;
  failure: string | null;
  findings: Json<Findings> | null;
  komet_fingerprint: string | null;
  processor_fingerprint: string | null;
  reopenings: Json<Reconciliation['reopenings']>;
  actor_id: string;
  actor_name: string;
  created_at: string;
  /** When the run last told how far it is. */
  beat_at: string;
  closed_at: string | null;
  closed_by_id: string | null;
  closed_by_name: string | null;
}

export interface ReconciliationGroupTable {
  company_id: string;
  reconciliation_id: string;
  index: number;
  entries: Json<ReconciliationGroup>;
}

export interface ReconciliationDifferenceTable {
  company_id: string;
  reconciliation_id: string;
  id: string;
  index: number;
  members: Json<Difference>;
  note: string | null;
  note_by_id: string | null;
  note_by_name: string | null;
  note_at: string | null;
}

/** A locked day; the primary key lets it be closed once. */
export interface ClosedDayTable {
  company_id: string;
  location_id: string;
  day: string;
  reconciliation_id: string;
}

/** The row that closing a day and dating a payment meet at. */
export interface BooksTable {
  company_id: string;
  location_id: string;
  version: Generated<number>;
}

export interface ReportMappingTable {
  company_id: string;
  columns: Json<ReportColumns>;
}

export interface ReconciliationTables {
  reconciliation: ReconciliationTable;
  reconciliation_group: ReconciliationGroupTable;
  reconciliation_difference: ReconciliationDifferenceTable;
  closed_day: ClosedDayTable;
  books: BooksTable;
  report_mapping: ReportMappingTable;
}
