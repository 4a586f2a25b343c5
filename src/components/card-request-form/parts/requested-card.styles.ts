import { css } from 'lit';

export const styles = css`
  section,
  form {
    background: var(--_surface);
    display: grid;
    gap: calc(var(--_unit) * 4);
    justify-items: stretch;
    margin-inline: auto;
    max-inline-size: 520px;
    padding: calc(var(--_unit) * 4);
  }
  h1 {
    font-size: 1.4em;
    font-weight: 600;
    line-height: 1.25;
    margin: 0;
    overflow-wrap: anywhere;
  }
  #done {
    outline: none;
  }
  section button {
    justify-self: start;
  }
`;
