import type { Selectable } from 'kysely';
import type { SetupFacts } from '../../../src/domain/setup-progress.js';
import type { Db } from '../../store/store.js';
import type { Tables } from '../../store/tables.js';

export interface Setup {
  readonly facts: SetupFacts;
  readonly integration?: Selectable<Tables['integration']>;
  readonly application?: Selectable<Tables['merchant_application']>;
  /** The account of the location itself, while its key is kept. */
  readonly account?: Selectable<Tables['merchant_account']>;
}

/** How far the set-up of each location has come; a location nothing was done for is left out. */
export async function readSetups(db: Db, companyId: string, locationId?: string): Promise<ReadonlyMap<string, Setup>> {
  const integrations = await ofCompany(db, 'integration', companyId, locationId);
  const applications = await ofCompany(db, 'merchant_application', companyId, locationId);
  const ofAllTerminals = await ofCompany(db, 'merchant_account', companyId, locationId);
  const accounts = ofAllTerminals.filter(({ terminal_id }) => terminal_id === null);
  const ids = new Set([...integrations, ...applications, ...accounts].map((row) => row.location_id));
  return new Map([...ids].map((id) => [id, setupOf(id, { integrations, applications, accounts })]));
}

type PlacedTable = 'integration' | 'merchant_application' | 'merchant_account';

async function ofCompany<T extends PlacedTable>(
  db: Db,
  table: T,
  companyId: string,
  locationId: string | undefined,
): Promise<Selectable<Tables[T]>[]> {
  let select = db.selectFrom<PlacedTable>(table).selectAll().where('company_id', '=', companyId);
  if (locationId !== undefined) select = select.where('location_id', '=', locationId);
  return (await select.execute()) as unknown as Selectable<Tables[T]>[];
}

interface Rows {
  readonly integrations: NonNullable<Setup['integration']>[];
  readonly applications: NonNullable<Setup['application']>[];
  readonly accounts: NonNullable<Setup['account']>[];
}

function setupOf(locationId: string, { integrations, applications, accounts }: Rows): Setup {
  const isHere = (row: { location_id: string }) => row.location_id === locationId;
  const integration = integrations.find(isHere);
  const application = applications.find(isHere);
  const account = accounts.find((row) => isHere(row) && row.sealed_key !== null);
  return {
    facts: {
      ...enabling(integration),
      ...keeping(integration, account),
      submittedAt: given(application?.submitted_at),
    },
    ...(integration && { integration }),
    ...(application && { application }),
    ...(account && { account }),
  };
}

const given = (at: string | null | undefined): string | undefined => at ?? undefined;

const enabling = (integration: Setup['integration']): SetupFacts => ({
  enabledAt: integration?.enabled_at,
  ratesRecordedAt: given(integration?.rates_recorded_at),
  turnedOff: Boolean(integration?.disabled_at),
});

/** Keys count as long as they are kept. */
function keeping(integration: Setup['integration'], account: Setup['account']): SetupFacts {
  if (!account) return {};
  return {
    keysSavedAt: given(integration?.keys_saved_at),
    verifiedAt: account.state === 'ready' ? given(account.verified_at) : undefined,
  };
}
