import { dateParts } from './date-parts.ts';
import { makeComponent, withParts } from './make-component.ts';

const metadata = (type: string) =>
  withParts(makeComponent(type), {
    Label: makeComponent('metadata-label'),
    Link: makeComponent('metadata-link'),
    TagList: withParts(makeComponent('metadata-tags'), { Item: makeComponent('metadata-tag') }),
    Separator: makeComponent('metadata-separator'),
  });

const dropdown = (type: string) =>
  withParts(makeComponent(type), {
    Item: makeComponent('dropdown-item'),
    Section: makeComponent('dropdown-section'),
  });

const viewSlots = ['actions', 'searchBarAccessory'];

/** A list that people search and choose from. */
export const List = withParts(makeComponent('list', viewSlots), {
  Item: withParts(makeComponent('list-item', ['actions', 'detail']), {
    Detail: withParts(makeComponent('detail', ['metadata']), { Metadata: metadata('metadata') }),
  }),
  Section: makeComponent('list-section'),
  EmptyView: makeComponent('empty-view', ['actions']),
  Dropdown: dropdown('dropdown'),
});

/** A table of images. */
export const Grid = withParts(makeComponent('grid', viewSlots), {
  Item: makeComponent('grid-item', ['actions']),
  Section: makeComponent('grid-section'),
  EmptyView: makeComponent('empty-view', ['actions']),
  Dropdown: dropdown('dropdown'),
  Inset: { Small: 'sm', Medium: 'md', Large: 'lg', Zero: 'zero' },
  Fit: { Contain: 'contain', Fill: 'fill' },
  ItemSize: { Small: 'small', Medium: 'medium', Large: 'large' },
});

/** A page of Markdown, with facts beside it. */
export const Detail = withParts(makeComponent('detail', ['actions', 'metadata']), {
  Metadata: metadata('metadata'),
});

/** Fields that people fill in. */
export const Form = withParts(makeComponent('form', viewSlots), {
  TextField: makeComponent('form-text'),
  PasswordField: makeComponent('form-password'),
  TextArea: makeComponent('form-text-area'),
  Checkbox: makeComponent('form-checkbox'),
  DatePicker: withParts(makeComponent('form-date'), dateParts),
  Dropdown: dropdown('form-dropdown'),
  TagPicker: withParts(makeComponent('form-tags'), { Item: makeComponent('dropdown-item') }),
  FilePicker: makeComponent('form-files'),
  Description: makeComponent('form-description'),
  Separator: makeComponent('form-separator'),
  LinkAccessory: makeComponent('form-link'),
});
