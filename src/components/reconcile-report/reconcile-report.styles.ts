import { css } from 'lit';

export const styles = css`
  .frame {
    display: grid;
    gap: calc(var(--_unit) * 4);
    grid-template-columns: minmax(0, 1fr);
  }
  header {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) var(--_gap);
    justify-content: space-between;
  }
  .line {
    flex-wrap: wrap;
  }
  .line select,
  #day {
    inline-size: auto;
  }
  .skeleton .bone:first-child {
    block-size: 2em;
    inline-size: 40%;
  }
  @media print {
    header button,
    .environment {
      display: none;
    }
  }
`;
