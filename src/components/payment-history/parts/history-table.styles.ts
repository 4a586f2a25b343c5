import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .scroller {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    max-block-size: 560px;
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
  tbody td,
  tbody th {
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
  .reversal th,
  .negative {
    color: var(--_danger);
  }
  .customer,
  .notes {
    max-inline-size: 240px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .notes {
    max-inline-size: 160px;
  }
  abbr {
    text-decoration: none;
  }
  .spacer td {
    border: 0;
    padding: 0;
  }
  .actions {
    inset-inline-end: 0;
    position: sticky;
    text-align: end;
  }
  td.actions {
    background: var(--_surface);
    padding-inline: 4px;
  }
  .actions > * {
    vertical-align: middle;
  }
  .actions komet-chargeback-button {
    display: inline-block;
  }
  svg {
    block-size: 16px;
    fill: none;
    inline-size: 16px;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-width: 1.6;
  }
  .actions button {
    min-block-size: calc(var(--_row) - 10px);
  }
  .more {
    padding: 10px;
    text-align: center;
  }
  @container (max-width: 560px) {
    .card,
    .reference,
    .status,
    .applied {
      display: none;
    }
    th,
    td {
      padding-inline: 5px;
    }
    .customer {
      max-inline-size: 90px;
    }
    .actions button {
      padding-inline: 4px;
    }
  }
`;
