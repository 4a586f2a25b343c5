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
    gap: var(--_gap);
    padding: calc(var(--_unit) * 4);
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
  .line {
    align-items: center;
    display: flex;
    gap: 10px;
  }
  .center {
    display: grid;
    gap: 10px;
    justify-items: start;
    margin: 0 auto;
    max-inline-size: 460px;
    padding: 40px 0;
  }
  .skeleton {
    display: grid;
    gap: 18px;
    padding-block: 12px;
  }
  @container (max-width: 480px) {
    .frame {
      padding: var(--_gap);
    }
    .actions button {
      inline-size: 100%;
    }
    .head dl {
      text-align: start;
    }
  }
`;
