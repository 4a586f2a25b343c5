import { css } from 'lit';

export const styles = css`
  .frame {
    display: grid;
    gap: calc(var(--_unit) * 4);
  }
  .head {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .head h2 {
    overflow-wrap: anywhere;
  }
  .head .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    margin-inline-start: auto;
  }
  .cards {
    border-block-start: 1px solid var(--_border);
  }
  .empty {
    display: grid;
    gap: 4px;
    justify-items: center;
    padding-block: calc(var(--_unit) * 6);
    text-align: center;
  }
  @container (max-width: 480px) {
    .head .acts {
      margin-inline-start: 0;
    }
    .head .acts,
    .head .acts button {
      flex: 1 1 auto;
    }
  }
`;
