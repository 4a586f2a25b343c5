import { css } from 'lit';

/** No box of its own: it may stand around a whole screen. What it sets is inherited by the widgets inside. */
export const styles = css`
  :host {
    display: contents;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='high-contrast']) {
    --komet-color-text: light-dark(#000000, #ffffff);
    --komet-color-text-muted: light-dark(#1d1d1d, #ededed);
    --komet-color-surface: light-dark(#ffffff, #000000);
    --komet-color-surface-subtle: light-dark(#ffffff, #000000);
    --komet-color-border: light-dark(#000000, #ffffff);
    --komet-color-control-border: light-dark(#000000, #ffffff);
    --komet-color-accent: light-dark(#00339a, #9ecbff);
    --komet-color-accent-hover: light-dark(#001f5c, #cfe5ff);
    --komet-color-on-accent: light-dark(#ffffff, #000000);
    --komet-color-success: light-dark(#004d26, #8dffbf);
    --komet-color-warning: light-dark(#5c3a00, #ffdf80);
    --komet-color-danger: light-dark(#8a0008, #ffb3ad);
  }
  :host([density='compact']) {
    --_komet-density-control: 30px;
    --_komet-density-font: 13px;
    --_komet-density-row: 36px;
  }
  :host([density='touch']) {
    --_komet-density-control: 44px;
    --_komet-density-font: 15px;
    --_komet-density-row: 52px;
  }
  .said {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
`;
