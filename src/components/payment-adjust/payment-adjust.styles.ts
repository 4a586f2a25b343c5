import { css } from 'lit';

export const styles = css`
  :host {
    background: var(--_surface);
  }
  .frame,
  .content {
    display: grid;
    gap: calc(var(--_unit) * 4);
    min-inline-size: 0;
  }
  .frame {
    padding: calc(var(--_unit) * 4);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) calc(var(--_unit) * 6);
  }
  .steps li {
    align-items: center;
    color: var(--_muted);
    display: flex;
    gap: calc(var(--_unit) * 2);
  }
  .steps li[aria-current='step'] {
    color: var(--_text);
    font-weight: 600;
  }
  .number {
    block-size: 24px;
    border: 1px solid currentcolor;
    border-radius: 50%;
    font-size: 0.875em;
    inline-size: 24px;
    line-height: 22px;
    text-align: center;
  }
  .past .number {
    color: var(--_success);
  }
  table {
    max-inline-size: 520px;
  }
  .changed td:last-child,
  tfoot td:last-child {
    font-weight: 600;
  }
  .act,
  .line {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
`;
