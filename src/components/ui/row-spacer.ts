import { html, nothing } from 'lit';

/** Stands for the rows of a windowed table that are not drawn, `px` high. A style may be set to text, which its type doesn't tell. */
export const rowSpacer = (px: number) =>
  px > 0
    ? html`<tr class="spacer" aria-hidden="true">
        <td .style=${`block-size:${px}px` as never}></td>
      </tr>`
    : nothing;
