import { css } from 'lit';

export const styles = css`
  :host {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) var(--_gap);
    justify-content: space-between;
  }
  .line {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }
  .line select,
  .line input[type='date'] {
    inline-size: auto;
  }
  button[aria-pressed='true'],
  button[aria-expanded='true'] {
    background: var(--_applied);
  }
  .fault {
    inline-size: 100%;
  }
  @media print {
    button {
      display: none;
    }
  }
`;
