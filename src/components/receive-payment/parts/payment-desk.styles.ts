import { css } from 'lit';

/**
 * Three widths of the widget: everything below each other; the payment in two columns below the invoices; invoices and
 * payment side by side.
 */
export const styles = css`
  :host {
    container-type: inline-size;
  }
  .layout {
    display: grid;
    gap: calc(var(--_unit) * 5);
    grid-template-columns: minmax(0, 1fr);
  }
  .main,
  .pay,
  .pay > div {
    align-content: start;
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
  }
  .pair {
    align-items: start;
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
  }
  #date {
    min-block-size: calc(var(--_control) + 8px);
  }
  .review {
    display: grid;
    gap: 4px;
  }
  .review dl {
    display: grid;
    gap: 4px;
  }
  .review dl > div,
  .between {
    display: flex;
    gap: var(--_gap);
    justify-content: space-between;
  }
  .review dd {
    white-space: nowrap;
  }
  .review .total {
    font-size: 1.1em;
    font-weight: 600;
    margin-block-start: 2px;
  }
  .confirm {
    background: var(--_warning-surface);
    border-radius: var(--_radius);
    margin-block-start: 6px;
    padding: 6px 10px;
  }
  #pay {
    font-size: 1.05em;
    inline-size: 100%;
    min-block-size: calc(var(--_control) + 8px);
  }
  .why {
    color: var(--_muted);
    font-size: 0.93em;
  }
  .faults ul {
    display: grid;
    gap: 2px;
    padding-block-start: 4px;
  }
  .method {
    border: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 2px calc(var(--_gap) * 2);
  }
  .method legend {
    font-weight: 600;
    padding-block-end: 4px;
  }
  .nothing {
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    padding: 28px 16px;
    text-align: center;
  }
  .line {
    align-items: center;
    display: flex;
    gap: 10px;
  }
  .asked {
    margin-block-start: 8px;
    max-inline-size: 360px;
  }
  .stop:not(:has(.notice)),
  .why:empty,
  .progress:empty {
    display: none;
  }
  @container (min-width: 640px) and (max-width: 999px) {
    .pay {
      column-gap: calc(var(--_unit) * 6);
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    .pay > h2,
    .pay > .notice {
      grid-column: 1 / -1;
    }
    .settle {
      align-self: start;
      background: var(--_subtle);
      border-radius: var(--_radius);
      padding: calc(var(--_unit) * 4);
    }
  }
  @container (min-width: 1000px) {
    .layout {
      gap: calc(var(--_unit) * 7);
      grid-template-columns: minmax(0, 1fr) 388px;
    }
    .settle {
      border-block-start: 1px solid var(--_border);
      padding-block-start: var(--_gap);
    }
    .pay {
      border-inline-start: 1px solid var(--_border);
      padding-inline-start: calc(var(--_unit) * 7);
    }
  }
`;
