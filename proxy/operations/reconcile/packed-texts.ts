import { grown, int32Room } from '../../../src/domain/reconcile/room.js';

const BLOCK_BYTES = 1_048_576;

/** Texts as bytes, in blocks: they cost the garbage collector nothing. */
export class PackedTexts {
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  readonly #blocks: Uint8Array[] = [];
  #used = BLOCK_BYTES;
  #count = 0;
  /** Where each text begins, counted over all blocks, and where it ends. */
  #bounds = int32Room(0);

  /** @param text Far shorter than a block. */
  add(text: string): void {
    let written = this.#write(text);
    if (written === undefined) {
      this.#blocks.push(new Uint8Array(BLOCK_BYTES));
      this.#used = 0;
      written = this.#write(text);
    }
    if (this.#count * 2 === this.#bounds.length) {
      this.#bounds = grown(this.#bounds, int32Room(Math.max(2_048, this.#count * 4)));
    }
    const start = (this.#blocks.length - 1) * BLOCK_BYTES + this.#used;
    this.#bounds[this.#count * 2] = start;
    this.#bounds[this.#count * 2 + 1] = start + (written ?? 0);
    this.#used += written ?? 0;
    this.#count++;
  }

  at(index: number): string {
    const start = this.#bounds[index * 2] as number;
    const end = this.#bounds[index * 2 + 1] as number;
    const from = start % BLOCK_BYTES;
    return this.#decoder.decode(this.#blocks[(start - from) / BLOCK_BYTES]?.subarray(from, from + end - start));
  }

  /** How many bytes it took; undefined when the block is full. */
  #write(text: string): number | undefined {
    const block = this.#blocks.at(-1);
    if (!block) return undefined;
    const { read, written } = this.#encoder.encodeInto(text, block.subarray(this.#used));
    return read === text.length ? written : undefined;
  }
}
