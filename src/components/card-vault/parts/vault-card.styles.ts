import { css } from 'lit';

export const styles = css`
  .card {
    align-items: center;
    display: grid;
    gap: 2px var(--_gap);
    grid-template-columns: auto minmax(0, 1fr) auto auto;
  }
  .what {
    display: grid;
    gap: 2px;
    justify-items: start;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .what input {
    max-inline-size: 22em;
  }
  .facts {
    font-size: 0.93em;
    text-align: end;
  }
  .acts {
    display: flex;
  }
  .describe {
    font-weight: 400;
  }
  .elsewhere .mark,
  .elsewhere strong,
  .elsewhere .facts {
    opacity: 0.6;
  }
  @container (max-width: 480px) {
    .card {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    .facts {
      grid-column: 2;
      text-align: start;
    }
    .acts {
      grid-column: 3;
      grid-row: 1 / span 2;
      flex-direction: column;
    }
  }
`;
