/**
 * Every event of the library. All bubble and leave the shadow tree. `detail` is a frozen plain object of ids and cents, so
 * that jQuery and old pages read it too; there is never a card number or token in it.
 */
export abstract class KometEvent<Detail extends object> extends Event {
  readonly #detail: Readonly<Detail>;

  constructor(type: string, detail: Detail, init: EventInit = {}) {
    super(type, { bubbles: true, composed: true, ...init });
    this.#detail = Object.freeze(detail);
  }

  get detail(): Readonly<Detail> {
    return this.#detail;
  }
}
