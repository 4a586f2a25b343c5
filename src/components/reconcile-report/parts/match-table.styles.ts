import { css } from 'lit';

export const styles = css`
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
  .scroller {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    margin-block-start: calc(var(--_unit) * 2);
    max-block-size: 520px;
    overflow: auto;
    overflow-anchor: none;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    inline-size: 100%;
    table-layout: fixed;
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
    z-index: 1;
  }
  th,
  td {
    overflow: hidden;
    padding: 0 8px;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  th.amount,
  td.amount {
    text-align: end;
  }
  tbody td {
    block-size: calc(var(--_row) + 8px);
    border-block-end: 1px solid var(--_border);
  }
  tbody tr:last-child > td {
    border-block-end: 0;
  }
  tbody tr:hover > td {
    background: var(--_subtle);
  }
  tbody tr.differs > td {
    background: var(--_danger-surface);
  }
  td small {
    display: block;
    line-height: 1.3;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .sum {
    inline-size: 104px;
  }
  .match {
    border-inline: 1px solid var(--_border);
    inline-size: 210px;
    text-align: center;
  }
  .match .tag {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    vertical-align: middle;
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
  @container (max-width: 680px) {
    .match {
      inline-size: 150px;
    }
  }
  @container (max-width: 560px) {
    #search {
      max-inline-size: none;
    }
    thead {
      block-size: 1px;
      clip-path: inset(50%);
      overflow: hidden;
      position: absolute;
    }
    tbody tr[aria-rowindex] {
      border-block-end: 1px solid var(--_border);
      block-size: 132px;
      display: grid;
      grid-template:
        'komet komet-sum' 1fr
        'processor processor-sum' 1fr
        'match match' 32px / minmax(0, 1fr) 104px;
    }
    tbody tr[aria-rowindex] > td {
      align-content: center;
      block-size: auto;
      border: 0;
      inline-size: auto;
    }
    td:nth-child(1) {
      grid-area: komet;
    }
    td:nth-child(2) {
      grid-area: komet-sum;
    }
    td:nth-child(3) {
      grid-area: match;
      text-align: start;
    }
    td.match small {
      display: inline;
      margin-inline-start: 6px;
    }
    td:nth-child(4) {
      grid-area: processor;
    }
    td:nth-child(5) {
      grid-area: processor-sum;
    }
  }
  @media (forced-colors: active) {
    tbody tr.differs > td {
      border-block-end: 3px solid Highlight;
    }
  }
`;
