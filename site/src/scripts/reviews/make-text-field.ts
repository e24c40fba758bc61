import { makeElement } from '../dom/make-element.ts';

/** Settings of a text field; by default one optional line. */
export interface TextField {
  id: string;
  name: string;
  label: string;
  value: string;
  maxLength: number;
  lines?: boolean;
  required?: boolean;
}

/** Makes a field for text, with its label. */
export function makeTextField(field: TextField): HTMLElement {
  const { id, name, label, value, maxLength, lines = false, required = false } = field;
  const attributes = {
    id,
    name,
    maxlength: String(maxLength),
    required: required ? '' : null,
  };
  const input = lines
    ? makeElement('textarea', { ...attributes, rows: '5' }, value)
    : makeElement('input', { ...attributes, type: 'text', value });
  return makeElement('div', { class: 'field' }, makeElement('label', { for: id }, label), input);
}
