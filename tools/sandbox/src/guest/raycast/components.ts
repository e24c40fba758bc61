import { dateParts } from './date-parts.ts';
import { makeComponent, withParts } from './make-component.ts';
import { storingDropdown, storingField, storingForm } from './storing.ts';

const metadata = (type: string) =>
  withParts(makeComponent(type), {
    Label: makeComponent('metadata-label'),
    Link: makeComponent('metadata-link'),
    TagList: withParts(makeComponent('metadata-tags'), { Item: makeComponent('metadata-tag') }),
    Separator: makeComponent('metadata-separator'),
  });

const dropdownParts = {
  Item: makeComponent('dropdown-item'),
  Section: makeComponent('dropdown-section'),
};

const dropdown = () => withParts(storingDropdown(makeComponent('dropdown')), dropdownParts);

const field = (type: string) => storingField(makeComponent(type));

const viewSlots = ['actions', 'searchBarAccessory'];

/** A list that people search and choose from. */
export const List = withParts(makeComponent('list', viewSlots), {
  Item: withParts(makeComponent('list-item', ['actions', 'detail']), {
    Detail: withParts(makeComponent('detail', ['metadata']), { Metadata: metadata('metadata') }),
  }),
  Section: makeComponent('list-section'),
  EmptyView: makeComponent('empty-view', ['actions']),
  Dropdown: dropdown(),
});

/** A table of images. */
export const Grid = withParts(makeComponent('grid', viewSlots), {
  Item: makeComponent('grid-item', ['actions']),
  Section: makeComponent('grid-section'),
  EmptyView: makeComponent('empty-view', ['actions']),
  Dropdown: dropdown(),
  Inset: { Small: 'sm', Medium: 'md', Large: 'lg', Zero: 'zero' },
  Fit: { Contain: 'contain', Fill: 'fill' },
  ItemSize: { Small: 'small', Medium: 'medium', Large: 'large' },
});

/** A page of Markdown, with facts beside it. */
export const Detail = withParts(makeComponent('detail', ['actions', 'metadata']), {
  Metadata: metadata('metadata'),
});

/** Fields that people fill in. */
export const Form = withParts(storingForm(makeComponent('form', viewSlots)), {
  TextField: field('form-text'),
  PasswordField: makeComponent('form-password'),
  TextArea: field('form-text-area'),
  Checkbox: field('form-checkbox'),
  DatePicker: withParts(field('form-date'), dateParts),
  Dropdown: withParts(field('form-dropdown'), dropdownParts),
  TagPicker: withParts(field('form-tags'), { Item: makeComponent('dropdown-item') }),
  FilePicker: field('form-files'),
  Description: makeComponent('form-description'),
  Separator: makeComponent('form-separator'),
  LinkAccessory: makeComponent('form-link'),
});
