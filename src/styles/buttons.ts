import { css } from 'lit';

/**
 * Buttons are native. Plain is the default; `.primary` is the one act of a surface, `.quiet` stands in toolbars and
 * `.link` in sentences. A disabled act keeps its focus and says why, so it is `aria-disabled` and never `disabled`.
 */
export const buttons = css`
  button {
    align-items: center;
    background: var(--_surface);
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    cursor: pointer;
    display: inline-flex;
    font-weight: 500;
    gap: 6px;
    justify-content: center;
    margin: 0;
    min-block-size: var(--_control);
    padding: 0 calc(var(--_unit) * 3);
    transition:
      background-color 120ms,
      border-color 120ms;
  }
  button:hover {
    background: var(--_subtle);
  }
  button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button.primary:hover {
    background: var(--_accent-hover);
    border-color: var(--_accent-hover);
  }
  button.quiet {
    background: transparent;
    border-color: transparent;
    color: var(--_accent);
    padding-inline: calc(var(--_unit) * 2);
  }
  button.quiet:hover {
    background: var(--_subtle);
  }
  button.link {
    background: none;
    border: 0;
    border-radius: 2px;
    color: var(--_accent);
    display: inline;
    font-weight: 500;
    min-block-size: 0;
    padding: 0;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  button[aria-disabled='true'],
  button[aria-disabled='true']:hover {
    background: var(--_subtle);
    border-color: var(--_border);
    color: var(--_muted);
    cursor: not-allowed;
  }
  button.quiet[aria-disabled='true'] {
    background: transparent;
    border-color: transparent;
  }
  @media (forced-colors: active) {
    button.quiet,
    button.primary {
      border-color: ButtonText;
    }
    button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
