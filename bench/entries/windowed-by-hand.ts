const HEIGHT_PX = 560;
const OVERSCAN = 12;

export interface Windowed {
  readonly scroller: HTMLElement;
  /** Shows other rows. */
  show(count: number): void;
}

/** Shows long lists by hand: the rows in sight as cells without any library. */
export function windowByHand(rowPx: number, length: number, rowAt: (index: number) => HTMLTableRowElement): Windowed {
  let count = length;
  const scroller = document.body.appendChild(document.createElement('div'));
  Object.assign(scroller.style, { blockSize: `${HEIGHT_PX}px`, overflow: 'auto', position: 'relative' });
  const space = scroller.appendChild(document.createElement('div'));
  const table = scroller.appendChild(document.createElement('table'));
  Object.assign(table.style, { position: 'absolute', insetBlockStart: '0', inlineSize: '100%' });
  const draw = () => {
    space.style.blockSize = `${count * rowPx}px`;
    const start = Math.max(0, Math.floor(scroller.scrollTop / rowPx) - OVERSCAN);
    const end = Math.min(count, start + Math.ceil(HEIGHT_PX / rowPx) + 2 * OVERSCAN);
    table.style.transform = `translateY(${start * rowPx}px)`;
    table.replaceChildren(...Array.from({ length: end - start }, (_, at) => rowAt(start + at)));
  };
  scroller.addEventListener('scroll', draw);
  draw();
  return {
    scroller,
    show: (next) => {
      count = next;
      scroller.scrollTop = 0;
      draw();
    },
  };
}
