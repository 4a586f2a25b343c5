import { html } from 'lit';

export interface TextField {
  readonly id: string;
  readonly label: string;
  readonly maxLength: number;
  readonly placeholder?: string;
}

/** A line of text that is read when it is sent. */
export const textField = ({ id, label, maxLength, placeholder = '' }: TextField) =>
  html`<div class="field ${id}">
    <label for=${id}>${label}</label>
    <input id=${id} autocomplete="off" maxlength=${maxLength} placeholder=${placeholder} />
  </div>`;

export const typedText = (root: ParentNode, id: string): string =>
  root.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? '';
