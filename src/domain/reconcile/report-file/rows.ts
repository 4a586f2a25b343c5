import type { ReportField } from '../../../contract/reconciliation-words.js';
import { grown } from '../grown.js';
import { WORD_FIELDS, type WordField } from './report-table.js';
import { Words } from './words.js';

/** The rows that were read so far, as columns with room for more. */
export class Rows {
  length = 0;
  /** Where each row begins in the file. */
  starts = new Int32Array(0);
  transaction = new Float64Array(0);
  amountCents = new Float64Array(0);
  day = new Int32Array(0);
  /** Only filled where the file has such columns. */
  fee = new Float64Array(0);
  tip = new Float64Array(0);
  readonly words: Readonly<Record<WordField, Words>>;
  readonly #has: (field: ReportField) => boolean;

  constructor(bytes: Uint8Array, has: (field: ReportField) => boolean) {
    this.#has = has;
    this.words = Object.fromEntries(WORD_FIELDS.map((field) => [field, new Words(bytes)])) as Rows['words'];
  }

  /** Makes room for one more row. */
  reserve(): void {
    if (this.length === this.starts.length) this.grow(this.length * 2);
  }

  grow(capacity: number): void {
    this.starts = grown(this.starts, new Int32Array(capacity));
    this.transaction = grown(this.transaction, new Float64Array(capacity));
    this.amountCents = grown(this.amountCents, new Float64Array(capacity));
    this.day = grown(this.day, new Int32Array(capacity));
    if (this.#has('fee')) this.fee = grown(this.fee, new Float64Array(capacity));
    if (this.#has('tip')) this.tip = grown(this.tip, new Float64Array(capacity));
    for (const field of WORD_FIELDS) {
      const words = this.words[field];
      if (this.#has(field)) words.codes = grown(words.codes, new Int32Array(capacity));
    }
  }
}
