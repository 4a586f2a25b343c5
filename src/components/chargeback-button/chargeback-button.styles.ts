import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }
  .mark {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .content {
    display: grid;
    gap: calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 4);
  }
  .money {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2);
  }
  .money strong {
    font-size: 1.5em;
    font-weight: 600;
  }
  .form {
    display: grid;
    gap: var(--_gap);
  }
  .line {
    align-items: center;
    display: flex;
    gap: calc(var(--_unit) * 2);
  }
  .unknown {
    display: grid;
    gap: calc(var(--_unit) * 2);
  }
`;
