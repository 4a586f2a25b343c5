import { css } from 'lit';

export const styles = css`
  .frame {
    display: grid;
    gap: calc(var(--_unit) * 4);
    grid-template-columns: minmax(0, 1fr);
  }
  komet-ui-report-upload:not(:defined) {
    display: none;
  }
  .skeleton .bone:first-child {
    block-size: 2em;
    inline-size: 40%;
  }
  @media print {
    .environment {
      display: none;
    }
  }
`;
