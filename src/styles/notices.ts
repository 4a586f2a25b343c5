import { css } from 'lit';

/** A message in the flow of the page: a tint, an edge that survives forced colours, and room for one act. */
export const notices = css`
  .notice {
    align-items: center;
    background: var(--_subtle);
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_muted);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) var(--_gap);
    padding: calc(var(--_unit) * 2) var(--_gap);
  }
  .notice > .text {
    flex: 1 1 16em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .notice.info {
    background: var(--_applied);
    border-color: transparent;
    border-inline-start-color: var(--_accent);
  }
  .notice.success {
    background: var(--_success-surface);
    border-color: transparent;
    border-inline-start-color: var(--_success);
  }
  .notice.warning {
    background: var(--_warning-surface);
    border-color: transparent;
    border-inline-start-color: var(--_warning);
  }
  .notice.danger {
    background: var(--_danger-surface);
    border-color: transparent;
    border-inline-start-color: var(--_danger);
  }
  .notice strong {
    font-weight: 600;
  }
  .tag {
    border: 1px solid currentcolor;
    border-radius: 999px;
    display: inline-block;
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1;
    padding: 3px 7px;
    white-space: nowrap;
  }
  .tag.warning {
    color: var(--_warning);
  }
  .tag.danger {
    color: var(--_danger);
  }
  .tag.success {
    color: var(--_success);
  }
`;
