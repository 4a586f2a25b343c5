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
    padding: calc(var(--_unit) * 4);
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
  .skeleton {
    display: grid;
    gap: 18px;
    padding-block: 12px;
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
    .head .acts {
      margin-inline-start: 0;
    }
    .head .acts,
    .head .acts button {
      flex: 1 1 auto;
    }
  }
`;
