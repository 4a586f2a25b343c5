import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  dialog {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: 0 16px 48px rgb(10 20 40 / 22%);
    color: inherit;
    inline-size: min(560px, calc(100vw - 24px));
    margin: auto;
    max-block-size: min(640px, calc(100dvh - 24px));
    max-inline-size: none;
    overflow: hidden;
    padding: 0;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(12 18 30 / 45%);
  }
  .head,
  footer {
    align-items: center;
    display: flex;
    flex: none;
    gap: var(--_gap);
    justify-content: space-between;
    padding: var(--_gap) calc(var(--_unit) * 4);
  }
  .head {
    border-block-end: 1px solid var(--_border);
  }
  footer {
    border-block-start: 1px solid var(--_border);
  }
  .body {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
`;
