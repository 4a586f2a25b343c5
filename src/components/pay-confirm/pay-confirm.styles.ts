import { css } from 'lit';

export const styles = css`
  .frame {
    display: grid;
    gap: var(--_gap);
  }
  .head {
    align-items: flex-start;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap) calc(var(--_unit) * 6);
  }
  .head .who {
    flex: 1 1 200px;
    min-inline-size: 0;
  }
  .head h2 {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .head dl {
    text-align: end;
  }
  .head dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .head dd {
    font-size: 1.3em;
    font-weight: 600;
  }
  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  @container (max-width: 480px) {
    .actions button {
      inline-size: 100%;
    }
    .head dl {
      text-align: start;
    }
  }
`;
