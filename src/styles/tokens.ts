import { css } from 'lit';

/**
 * Every public token of the library, with its default at its only use: a widget looks right on a page that has no
 * stylesheet of ours. Elements read the private names. Colours are for both schemes, picked by the inherited
 * `color-scheme`; texts reach 4.5:1 on every surface they stand on, borders of controls 3:1.
 *
 * Sizes are pixels, since a host may have set the root font to 10px. The density of the provider reaches elements as
 * three inherited private properties.
 */
export const tokens = css`
  :host {
    --_font: var(
      --komet-font,
      ui-sans-serif,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      Arial,
      sans-serif
    );
    --_font-size: var(--komet-font-size, var(--_komet-density-font, 14px));
    --_text: var(--komet-color-text, light-dark(#1a2233, #e7ebf2));
    --_muted: var(--komet-color-text-muted, light-dark(#566075, #a4afc0));
    --_surface: var(--komet-color-surface, light-dark(#ffffff, #151a22));
    --_subtle: var(--komet-color-surface-subtle, light-dark(#f5f7fa, #1c222c));
    --_border: var(--komet-color-border, light-dark(#dfe4ec, #2d3644));
    --_control-border: var(--komet-color-control-border, light-dark(#8791a3, #6b7688));
    --_accent: var(--komet-color-accent, light-dark(#1f5bd0, #8db5ff));
    --_accent-hover: var(--komet-color-accent-hover, light-dark(#1a4cae, #a9c7ff));
    --_on-accent: var(--komet-color-on-accent, light-dark(#ffffff, #0c1a33));
    --_applied: var(--komet-color-applied, light-dark(#e6f0fe, #192c4d));
    --_success: var(--komet-color-success, light-dark(#146c43, #63d29b));
    --_success-surface: var(--komet-color-success-surface, light-dark(#e8f6ee, #12291f));
    --_warning: var(--komet-color-warning, light-dark(#855400, #efc25a));
    --_warning-surface: var(--komet-color-warning-surface, light-dark(#fdf4df, #2c2412));
    --_danger: var(--komet-color-danger, light-dark(#b3261e, #ff978e));
    --_danger-surface: var(--komet-color-danger-surface, light-dark(#fdefee, #351a1b));
    --_focus: var(--komet-color-focus, var(--_accent));
    --_radius: var(--komet-radius, 6px);
    --_unit: var(--komet-space, 4px);
    --_control: var(--komet-control-height, var(--_komet-density-control, 36px));
    --_row: var(--komet-row-height, var(--_komet-density-row, 44px));
    --_gap: calc(var(--_unit) * 3);
  }
`;
