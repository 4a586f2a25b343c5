import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
  }
  iframe {
    border: 0;
    display: block;
    inline-size: 100%;
  }
  /* The form has to be laid out to say how high it is. */
  iframe.waiting {
    inset-block-start: 0;
    position: absolute;
    visibility: hidden;
  }
  .waiting-for-form {
    align-content: start;
    display: grid;
    gap: var(--_gap);
    min-block-size: calc(var(--_control) * 3);
  }
  .bone {
    block-size: var(--_control);
  }
  .faults {
    color: var(--_danger);
    padding-block-start: var(--_unit);
  }
`;
