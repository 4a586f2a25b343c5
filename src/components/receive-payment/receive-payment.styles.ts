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
    padding: calc(var(--_unit) * 4);
  }
  .head {
    align-items: flex-start;
    border-block-end: 1px solid var(--_border);
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap) calc(var(--_unit) * 6);
    margin-block-end: calc(var(--_unit) * 4);
    padding-block-end: var(--_gap);
  }
  .head .who {
    flex: 1 1 220px;
    min-inline-size: 0;
  }
  .head h2 {
    overflow-wrap: anywhere;
  }
  .head dl {
    display: flex;
    flex-wrap: wrap;
    gap: 4px calc(var(--_unit) * 6);
  }
  .head dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .head dd {
    font-weight: 500;
  }
  .skeleton {
    display: grid;
    gap: 18px;
    padding-block: 12px;
  }
  .skeleton .bone:nth-child(3n) {
    inline-size: 82%;
  }
  .skeleton .bone:nth-child(3n + 1) {
    inline-size: 94%;
  }
  .center {
    display: grid;
    gap: 10px;
    justify-items: start;
    margin: 0 auto;
    max-inline-size: 460px;
    padding: 40px 0;
  }
  .line {
    align-items: center;
    display: flex;
    gap: 10px;
  }
  @container (max-width: 480px) {
    .frame {
      padding: var(--_gap);
    }
  }
`;
