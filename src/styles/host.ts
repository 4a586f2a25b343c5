import { css } from 'lit';

/**
 * What a host page must not decide: a grid cell's `white-space: pre`, centring, a root font of 10px, letter spacing. In
 * quirks mode tables forget font and colour, so they are told to inherit.
 */
export const host = css`
  :host {
    box-sizing: border-box;
    display: block;
    color: var(--_text);
    cursor: auto;
    font: 400 var(--_font-size) / 1.45 var(--_font);
    font-variant-numeric: tabular-nums;
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    visibility: visible;
    white-space: normal;
    word-spacing: normal;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  table,
  button,
  input,
  select,
  textarea {
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: inherit;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    border: 0;
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 1.15em;
    font-weight: 600;
    line-height: 1.3;
  }
  h3 {
    font-size: 1em;
    font-weight: 600;
  }
  small {
    font-size: 0.875em;
  }
  fieldset {
    min-inline-size: 0;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  .visually-hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  .muted {
    color: var(--_muted);
  }
  .amount {
    text-align: end;
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 1ms !important;
    }
  }
`;
