import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The rows of a long table that are worth having in the document, and the space the others take, in pixels. */
export interface RowSpan {
  readonly start: number;
  readonly end: number;
  readonly beforePx: number;
  readonly afterPx: number;
}

/** Up to this many rows are all drawn: the browser's own search finds them. */
const SHORT_TABLE = 60;
const OVERSCAN = 12;

/** Which rows are in sight of a scroller, with a margin; rows are equally high. */
export function rowsInSight(count: number, rowPx: number, scrollPx: number, heightPx: number): RowSpan {
  if (count <= SHORT_TABLE) return { start: 0, end: count, beforePx: 0, afterPx: 0 };
  const first = Math.min(Math.floor(scrollPx / rowPx), count - 1);
  const start = Math.max(0, first - OVERSCAN);
  const end = Math.min(count, first + Math.ceil(heightPx / rowPx) + OVERSCAN);
  return { start, end, beforePx: start * rowPx, afterPx: (count - end) * rowPx };
}

/** Draws a long table through a window: gives the host the rows in sight and updates it when they change. */
export class RowWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #scroller: () => HTMLElement | null;
  #span: RowSpan = rowsInSight(0, 1, 0, 0);
  #count = 0;
  #rowPx = 44;

  constructor(host: ReactiveControllerHost, scroller: () => HTMLElement | null) {
    this.#host = host;
    this.#scroller = scroller;
    host.addController(this);
  }

  /** The span of the last drawing. */
  get span(): RowSpan {
    return this.#span;
  }

  /** The span of a table that has `count` rows now. */
  spanOf(count: number): RowSpan {
    this.#count = count;
    this.#span = this.#measure();
    return this.#span;
  }

  /** To be called as the scroller scrolls. */
  readonly onScroll = () => {
    const next = this.#measure();
    if (next.start !== this.#span.start || next.end !== this.#span.end) this.#host.requestUpdate();
  };

  /** Brings a row into sight, so that it is drawn after the next update. */
  reveal(index: number) {
    const scroller = this.#scroller();
    if (!scroller) return;
    const top = index * this.#rowPx;
    const room = scroller.clientHeight - 2 * this.#rowPx;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room;
    this.onScroll();
  }

  hostUpdated() {
    const rowPx = this.#scroller()?.querySelector('tr[aria-rowindex]')?.getBoundingClientRect().height;
    if (rowPx) this.#rowPx = rowPx;
  }

  #measure(): RowSpan {
    const scroller = this.#scroller();
    return rowsInSight(this.#count, this.#rowPx, scroller?.scrollTop ?? 0, scroller?.clientHeight ?? 600);
  }
}
