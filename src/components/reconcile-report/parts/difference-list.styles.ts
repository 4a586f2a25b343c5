import { css } from 'lit';

export const styles = css`
  ol {
    display: grid;
    gap: var(--_gap);
    margin-block: calc(var(--_unit) * 2);
  }
  li {
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_danger);
    border-radius: var(--_radius);
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding: var(--_gap);
  }
  li.noted {
    border-inline-start-color: var(--_warning);
  }
  .between {
    display: flex;
    gap: var(--_gap);
    justify-content: space-between;
  }
  .sides,
  dl {
    display: grid;
    gap: 4px var(--_gap);
    grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
    overflow-wrap: anywhere;
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  form {
    align-items: start;
    display: flex;
    flex-wrap: wrap;
    gap: 4px calc(var(--_unit) * 2);
  }
  textarea {
    flex: 1 1 220px;
    inline-size: auto;
    min-inline-size: 0;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2);
  }
  form small {
    flex: 1 0 100%;
  }
`;
