import { createElement, type FunctionComponent, type ReactNode, useContext, useState } from 'react';
import { readStored, StoredFields, storeValues } from './stored-values.ts';

type Props = Record<string, unknown> & { children?: ReactNode };

/** A form whose fields may keep their values. */
export function storingForm(form: FunctionComponent<Props>): FunctionComponent<Props> {
  return (props) => {
    const [fields] = useState(new Set<string>());
    return createElement(StoredFields.Provider, { value: fields }, createElement(form, props));
  };
}

/** A field of a form which begins, with `storeValue`, with what it held when the form was submitted last. */
export function storingField(field: FunctionComponent<Props>): FunctionComponent<Props> {
  return (props) => {
    const fields = useContext(StoredFields);
    const id = String(props['id']);
    const isStored = props['storeValue'] === true && fields !== null;
    const [first] = useState(isStored ? () => readStored(id) : undefined);
    if (!isStored) return createElement(field, props);
    fields.add(id);
    return createElement(field, withFirst(props, first));
  };
}

/** A dropdown beside a search bar which begins, with `storeValue`, with what was chosen last. */
export function storingDropdown(dropdown: FunctionComponent<Props>): FunctionComponent<Props> {
  return (props) => {
    const isStored = props['storeValue'] === true;
    const id = `dropdown ${String(props['id'] ?? props['tooltip'] ?? '')}`;
    const [first] = useState(isStored ? () => readStored(id) : undefined);
    if (!isStored) return createElement(dropdown, props);
    const { onChange } = props;
    return createElement(dropdown, {
      ...withFirst(props, first),
      onChange: (value: unknown) => {
        if (value !== readStored(id)) storeValues({ [id]: value });
        return typeof onChange === 'function' ? onChange(value) : undefined;
      },
    });
  };
}

/** What was kept is instead of the default; a value that the extension gives of its own is before both. */
function withFirst(props: Props, first: unknown): Props {
  return first === undefined ? props : { ...props, defaultValue: first };
}
