import { css } from 'lit';

/** Grey bars where content will stand, and the small ring beside words that say what is waited for. */
export const loading = css`
  .bone {
    animation: breathe 1.6s ease-in-out infinite;
    background: var(--_border);
    block-size: 0.8em;
    border-radius: 4px;
    display: block;
    inline-size: 100%;
  }
  .ring {
    animation: turn 900ms linear infinite;
    block-size: 16px;
    border: 2px solid var(--_border);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    display: inline-block;
    flex: none;
    inline-size: 16px;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`;
