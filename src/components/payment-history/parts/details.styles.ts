import { css } from 'lit';

export const styles = css`
  .details {
    display: grid;
    gap: var(--_gap);
    padding: var(--_gap) calc(var(--_unit) * 4);
  }
  .acts {
    display: flex;
    gap: calc(var(--_unit) * 2);
  }
  dl {
    display: grid;
    gap: 8px var(--_gap);
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  dd {
    overflow-wrap: anywhere;
  }
`;
