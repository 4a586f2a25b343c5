import { css } from 'lit';
import { environment } from './environment.js';

/** A tag that takes a screen's width: the strip of a trial environment, the frame, what is in the middle while nothing else is. */
export const screen = css`
  :host {
    background: var(--_surface);
    container-type: inline-size;
  }
  ${environment}
  .frame {
    padding: calc(var(--_unit) * 4);
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
  }
`;
