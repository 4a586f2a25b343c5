import { css } from 'lit';

/** Settings below each other: a box or a field, its name, and what it does in small. */
export const setting = css`
  :host {
    background: var(--_surface);
    container-type: inline-size;
  }
  .frame {
    display: grid;
    gap: calc(var(--_unit) * 5);
    padding: calc(var(--_unit) * 4);
  }
  .setting {
    display: grid;
    gap: 0 calc(var(--_unit) * 2);
    grid-template-columns: 16px minmax(0, 1fr);
    max-inline-size: 640px;
  }
  .setting input {
    margin-block-start: 2px;
  }
  .setting .hint {
    grid-column: 2;
  }
  .setting input[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.6;
  }
  .line {
    align-items: center;
    display: flex;
    gap: calc(var(--_unit) * 2);
  }
  .saved {
    color: var(--_success);
  }
`;
