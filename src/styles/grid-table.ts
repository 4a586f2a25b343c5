import { css } from 'lit';

/** A long table that scrolls in a box of its own under a heading that stays; rows as high as the density asks. */
export const gridTable = css`
  :host {
    container-type: inline-size;
  }
  .toolbar {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) var(--_gap);
  }
  .count {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
    margin-inline-start: 4px;
  }
  #search {
    flex: 1 1 140px;
    inline-size: auto;
    margin-inline-start: auto;
    max-inline-size: 240px;
  }
  .toolbar ~ .scroller {
    margin-block-start: calc(var(--_unit) * 2);
  }
  .scroller {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    max-block-size: 540px;
    overflow: auto;
    overflow-anchor: none;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    inline-size: 100%;
  }
  thead th {
    background: var(--_subtle);
    border-block-end: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 500;
    inset-block-start: 0;
    padding-block: 7px;
    position: sticky;
    white-space: nowrap;
    z-index: 1;
  }
  th,
  td {
    padding: 0 8px;
    text-align: start;
  }
  th.amount,
  td.amount {
    text-align: end;
  }
  tbody :is(td, th) {
    block-size: var(--_row);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    white-space: nowrap;
  }
  tbody th {
    font-weight: 500;
  }
  tbody tr:hover > * {
    background: var(--_subtle);
  }
  tbody tr:focus-visible {
    outline-offset: -2px;
  }
  .spacer td {
    block-size: auto;
    border: 0;
    padding: 0;
  }
  .none {
    color: var(--_muted);
    padding: 24px;
    text-align: center;
  }
  @container (max-width: 560px) {
    #search {
      max-inline-size: none;
    }
  }
`;
