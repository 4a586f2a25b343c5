import { css } from 'lit';

/** Labels, native inputs, selects and text areas, their hints and their faults. */
export const fields = css`
  label,
  .label {
    color: var(--_text);
    font-weight: 500;
  }
  .field {
    display: grid;
    gap: var(--_unit);
    min-inline-size: 0;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    background: var(--_surface);
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    inline-size: 100%;
    margin: 0;
    min-block-size: var(--_control);
    min-inline-size: 0;
    padding: 0 10px;
    transition: border-color 120ms;
  }
  input:not([type='checkbox'], [type='radio']),
  textarea {
    appearance: none;
  }
  textarea {
    line-height: inherit;
    padding-block: 7px;
    resize: vertical;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
  }
  input[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  input:read-only:not([type='checkbox'], [type='radio']),
  textarea:read-only {
    background: var(--_subtle);
    border-color: var(--_border);
  }
  input[type='checkbox'],
  input[type='radio'] {
    accent-color: var(--_accent);
    block-size: 16px;
    flex: none;
    inline-size: 16px;
    margin: 0;
  }
  .check {
    align-items: center;
    cursor: pointer;
    display: flex;
    font-weight: 400;
    gap: calc(var(--_unit) * 2);
    min-block-size: calc(var(--_control) - 8px);
  }
  .hint {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .fault {
    color: var(--_danger);
    font-size: 0.875em;
  }
`;
