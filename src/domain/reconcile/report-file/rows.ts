import type { ReportField } from '../../../contract/reconciliation-words.js';
import { float64Room, grown, int32Room } from '../room.js';
import { WORD_FIELDS, type WordField } from './report-table.js';
import { Words } from './words.js';

/** The rows that were read so far, as columns with room for more. */
export class Rows {
  length = 0;
  /** Where each row begins in the file. */
  starts = int32Room(0);
  transaction = float64Room(0);
  amountCents = float64Room(0);
  day = int32Room(0);
  /** Only filled where the file has such columns. */
  fee = float64Room(0);
  tip = float64Room(0);
  readonly words: Readonly<Record<WordField, Words>>;
  /** The same in the order of `WORD_FIELDS`. */
  readonly wordsOf: readonly Words[];
  readonly #has: (field: ReportField) => boolean;

  constructor(bytes: Uint8Array, has: (field: ReportField) => boolean) {
    this.#has = has;
    this.wordsOf = WORD_FIELDS.map(() => new Words(bytes));
    this.words = Object.fromEntries(WORD_FIELDS.map((field, index) => [field, this.wordsOf[index]])) as Rows['words'];
  }

  /** Makes room for one more row. */
  reserve(): void {
    if (this.length === this.starts.length) this.grow(this.length * 2);
  }

  grow(capacity: number): void {
    this.starts = grown(this.starts, int32Room(capacity));
    this.transaction = grown(this.transaction, float64Room(capacity));
    this.amountCents = grown(this.amountCents, float64Room(capacity));
    this.day = grown(this.day, int32Room(capacity));
    if (this.#has('fee')) this.fee = grown(this.fee, float64Room(capacity));
    if (this.#has('tip')) this.tip = grown(this.tip, float64Room(capacity));
    for (const field of WORD_FIELDS) {
      const words = this.words[field];
      if (this.#has(field)) words.codes = grown(words.codes, int32Room(capacity));
    }
  }
}
