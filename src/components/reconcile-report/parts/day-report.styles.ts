import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    display: grid;
    gap: calc(var(--_unit) * 4);
    grid-template-columns: minmax(0, 1fr);
  }
  komet-ui-match-table:not(:defined) {
    display: none;
  }
  .answer {
    border-inline-start: 4px solid var(--_danger);
    padding-inline-start: var(--_gap);
  }
  .answer.balanced,
  .answer.none {
    border-color: var(--_success);
  }
  .answer.explained {
    border-color: var(--_warning);
  }
  .answer h3 {
    font-size: 1.6em;
    line-height: 1.25;
  }
  .answer .notice {
    margin-block-start: calc(var(--_unit) * 2);
  }
  .pair {
    align-items: start;
    display: grid;
    gap: calc(var(--_unit) * 6);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
  }
  .totals table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  .totals th,
  .totals td {
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    padding: 5px 6px;
    text-align: start;
  }
  .totals .amount {
    text-align: end;
  }
  .totals thead th,
  .totals .group {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .totals tfoot :is(th, td) {
    border: 0;
    font-weight: 600;
  }
  .answer .tag {
    vertical-align: middle;
  }
  .days {
    max-inline-size: 640px;
  }
  .wrong {
    color: var(--_danger);
    font-weight: 600;
  }
  .spark {
    margin: 0;
  }
  .spark svg {
    max-inline-size: 100%;
  }
  .spark g {
    cursor: pointer;
  }
  .spark g:hover rect:last-child {
    opacity: 0.7;
  }
  .spark .room {
    fill: transparent;
  }
  rect {
    fill: var(--_border);
  }
  rect.closed {
    fill: var(--_success);
  }
  rect.balanced {
    fill: var(--_accent);
  }
  rect.off {
    fill: var(--_danger);
  }
  rect.open {
    fill: var(--_warning);
  }
  .line {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }
  @container (max-width: 480px) {
    .totals small {
      display: block;
    }
    .totals :is(th, td) {
      padding-inline: 2px;
    }
    .totals [scope='row'] {
      overflow-wrap: anywhere;
    }
    .answer h3 {
      font-size: 1.3em;
    }
  }
`;
