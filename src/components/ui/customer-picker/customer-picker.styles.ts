import { css } from 'lit';

export const styles = css`
  .field {
    max-inline-size: 480px;
  }
  .box {
    position: relative;
  }
  #popup {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-shadow: 0 8px 24px rgb(10 20 40 / 16%);
    inset-block-start: calc(100% + 4px);
    inset-inline: 0;
    max-block-size: 300px;
    overflow: auto;
    padding: 4px;
    position: absolute;
    z-index: 5;
  }
  li {
    border-radius: 4px;
    cursor: pointer;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_gap);
    justify-content: space-between;
    padding: 7px 8px;
  }
  li:hover {
    background: var(--_subtle);
  }
  li[aria-selected='true'] {
    background: var(--_applied);
    outline: 1px solid transparent;
  }
  .name {
    font-weight: 500;
  }
  .aside {
    align-items: center;
    color: var(--_muted);
    display: flex;
    gap: 8px;
    padding: 8px;
  }
  .aside.fault {
    color: var(--_danger);
  }
`;
