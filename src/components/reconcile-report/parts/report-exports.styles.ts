import { css } from 'lit';

export const styles = css`
  :host {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .line {
    align-items: center;
    color: var(--_muted);
    display: flex;
    gap: 8px;
  }
  .notice {
    inline-size: 100%;
  }
`;
