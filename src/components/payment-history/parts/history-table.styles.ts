import { css } from 'lit';

export const styles = css`
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
  @container (max-width: 1100px) {
    th,
    td {
      padding-inline: 5px;
    }
  }
  @container (max-width: 560px) {
    .card,
    .reference,
    .status,
    .applied,
    .date {
      display: none;
    }
    abbr.tag {
      border: 0;
      padding: 0;
    }
    .customer {
      max-inline-size: 64px;
    }
    td.actions {
      padding-inline: 0;
    }
    thead th {
      white-space: normal;
    }
    .actions button {
      padding-inline: 4px;
    }
  }
`;
