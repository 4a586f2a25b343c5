import { css } from 'lit';

export const styles = css`
  :host {
    background: var(--_surface);
  }
  .frame,
  .content {
    display: grid;
    gap: calc(var(--_unit) * 4);
  }
  .frame {
    padding: calc(var(--_unit) * 4);
  }
  legend {
    font-weight: 600;
  }
  li {
    border-block-end: 1px solid var(--_border);
    padding-block: calc(var(--_unit) * 2);
  }
  .what {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .form {
    align-items: start;
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
  }
  .act {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .line {
    align-items: center;
    display: flex;
    gap: calc(var(--_unit) * 2);
  }
`;
