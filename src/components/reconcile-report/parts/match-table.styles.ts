import { css } from 'lit';

export const styles = css`
  table {
    table-layout: fixed;
  }
  th,
  td {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  tbody tr[aria-rowindex] > td {
    block-size: calc(var(--_row) + 8px);
  }
  tbody tr:last-child > td {
    border-block-end: 0;
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
  #batch {
    flex: 0 1 auto;
    inline-size: auto;
  }
  .notice {
    margin-block-start: calc(var(--_unit) * 2);
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
  @container (max-width: 680px) {
    .match {
      inline-size: 150px;
    }
  }
  @container (max-width: 560px) {
    thead {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
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
