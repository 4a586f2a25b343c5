import { css } from 'lit';

export const styles = css`
  #search {
    order: 1;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
  }
  .acts [aria-pressed='true'] {
    background: var(--_applied);
  }
  .note {
    color: var(--_warning);
    font-size: 0.93em;
  }
  .note:not(:empty) {
    padding-block-start: var(--_unit);
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  tbody tr.applied > * {
    background: var(--_applied);
  }
  .apply {
    inline-size: 1px;
    padding-inline: 10px 4px;
  }
  .money {
    inline-size: 128px;
    min-inline-size: 112px;
  }
  .po {
    max-inline-size: 130px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .toggle {
    border-color: var(--_border);
    border-radius: 999px;
    font-size: 0.875em;
    gap: 4px;
    min-block-size: calc(var(--_row) - 16px);
    min-inline-size: 72px;
    padding: 0 8px;
    vertical-align: middle;
  }
  .toggle:hover {
    border-color: var(--_accent);
  }
  .toggle[aria-pressed='true'] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .check {
    block-size: 11px;
    display: none;
    fill: none;
    inline-size: 11px;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
  }
  .toggle[aria-pressed='true'] .check {
    display: block;
  }
  .held {
    color: var(--_warning);
    display: inline-block;
    font-size: 0.875em;
    font-weight: 500;
    line-height: 1.25;
    white-space: normal;
  }
  .overdue {
    color: var(--_danger);
  }
  .overdue::before {
    content: '';
    background: currentcolor;
    block-size: 6px;
    border-radius: 50%;
    display: inline-block;
    inline-size: 6px;
    margin-inline-end: 5px;
    vertical-align: 1px;
  }
  .narrow {
    color: var(--_muted);
    display: none;
    font-weight: 400;
  }
  @container (max-width: 800px) {
    .acts {
      flex-basis: 100%;
      margin-inline-start: -8px;
      order: 2;
    }
  }
  @container (max-width: 760px) {
    .total,
    .po {
      display: none;
    }
  }
  @container (max-width: 560px) {
    .wide {
      display: none;
    }
    .narrow {
      display: block;
      line-height: 1.3;
    }
    tbody td,
    tbody th {
      block-size: calc(var(--_row) + 18px);
    }
    .money {
      inline-size: 100px;
      min-inline-size: 88px;
    }
    th,
    tbody th,
    td {
      padding-inline: 5px;
      white-space: normal;
    }
    .toggle {
      min-inline-size: 0;
    }
  }
  @media (forced-colors: active) {
    tbody tr.applied > * {
      border-block-end: 3px solid Highlight;
    }
  }
`;
