import { css } from 'lit';

export const styles = css`
  :host {
    background: var(--_surface);
    container-type: inline-size;
  }
  .environment {
    background: var(--_warning-surface);
    border-block-end: 1px solid var(--_warning);
    color: var(--_warning);
    font-size: 0.875em;
    font-weight: 600;
    padding: 3px calc(var(--_unit) * 4);
    text-align: center;
  }
  .frame {
    display: grid;
    gap: calc(var(--_unit) * 4);
    grid-template-columns: minmax(0, 1fr);
    padding: calc(var(--_unit) * 4);
  }
  header {
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
    gap: calc(var(--_unit) * 2);
  }
  .line select,
  #day {
    inline-size: auto;
  }
  .skeleton {
    display: grid;
    gap: 18px;
    padding-block: 12px;
  }
  .skeleton .bone:first-child {
    block-size: 2em;
    inline-size: 40%;
  }
  .center {
    display: grid;
    gap: 10px;
    justify-items: start;
    margin: 0 auto;
    max-inline-size: 460px;
    padding: 40px 0;
  }
  @container (max-width: 480px) {
    .frame {
      padding: var(--_gap);
    }
  }
  @media print {
    header button,
    .environment {
      display: none;
    }
  }
`;
