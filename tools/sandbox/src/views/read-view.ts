import type { ViewNode } from '../services/services.ts';

/** A function of the extension, by its number. */
export type ViewCall = number;

/** Something that can be done with what is selected. */
export interface ViewAction {
  title: string;
  /** Of the part of the panel that it is in; empty where that has none. */
  section: string;
  shortcut: string;
  isDestructive: boolean;
  call: ViewCall | null;
  /** What it needs before: a date, or the values of the form. */
  needs: 'nothing' | 'date' | 'values';
}

/** A row that can be selected. */
export interface ViewItem {
  id: string;
  title: string;
  subtitle: string;
  /** What stands at the end of the row. */
  accessories: string[];
  keywords: string[];
  section: string;
  detail: ViewPage | null;
  actions: ViewAction[];
}

/** Markdown, and facts beside it. */
export interface ViewPage {
  markdown: string;
  facts: { title: string; text: string }[];
}

/** A choice beside the search bar, or in a form. */
export interface ViewChoice {
  value: string;
  title: string;
}

/** A field of a form. */
export interface ViewField {
  id: string;
  kind:
    | 'text'
    | 'password'
    | 'text-area'
    | 'checkbox'
    | 'date'
    | 'dropdown'
    | 'tags'
    | 'files'
    | 'note';
  title: string;
  /** Given by the extension on each change, or at first. */
  value: unknown;
  isControlled: boolean;
  placeholder: string;
  error: string;
  choices: ViewChoice[];
  onChange: ViewCall | null;
  onBlur: ViewCall | null;
  /** How often the extension asked to go to it, and to empty it. */
  asked: { focus: number; reset: number };
}

/** What is on top of a command's views. */
export interface ReadView {
  kind: 'list' | 'detail' | 'form' | 'nothing';
  /** How many views are below it. */
  depth: number;
  title: string;
  isLoading: boolean;
  search: {
    placeholder: string;
    /** Given by the extension; undefined where it leaves it to the person. */
    text: string | undefined;
    isFiltered: boolean;
    onChange: ViewCall | null;
  } | null;
  choice: { title: string; value: string; choices: ViewChoice[]; onChange: ViewCall | null } | null;
  items: ViewItem[];
  isShowingDetail: boolean;
  onSelect: ViewCall | null;
  selectedId: string | null;
  onLoadMore: ViewCall | null;
  empty: { title: string; description: string; actions: ViewAction[] } | null;
  page: ViewPage | null;
  fields: ViewField[];
  /** Of the view itself, or of its form. */
  actions: ViewAction[];
}

/** Reads a picture of a view for people who see text. What it has that can't be text is left out. Pure. */
export function readView(screen: ViewNode): ReadView {
  const view = screen.children.find(({ type }) => kinds.has(type));
  const props = view?.props ?? {};
  const kind = kinds.get(view?.type ?? '') ?? 'nothing';
  const depth = Number(screen.props['depth'] ?? 0);
  const empty = view === undefined ? undefined : findChild(view, 'empty-view');
  return {
    kind,
    depth,
    title: textOf(props['navigationTitle']),
    isLoading: props['isLoading'] === true,
    search: kind === 'list' ? readSearch(props) : null,
    choice: view === undefined ? null : readAccessory(view),
    items: view === undefined ? [] : readItems(view, ''),
    isShowingDetail: props['isShowingDetail'] === true,
    onSelect: callOf(props['onSelectionChange']),
    selectedId: typeof props['selectedItemId'] === 'string' ? props['selectedItemId'] : null,
    onLoadMore: readMore(props['pagination']),
    empty:
      empty === undefined
        ? null
        : {
            title: textOf(empty.props['title']),
            description: textOf(empty.props['description']),
            actions: readActions(empty),
          },
    page: kind === 'detail' && view !== undefined ? readPage(view) : null,
    fields: kind === 'form' && view !== undefined ? readFields(view) : [],
    actions: view === undefined ? [] : readActions(view),
  };
}

const kinds = new Map<string, ReadView['kind']>([
  ['list', 'list'],
  ['grid', 'list'],
  ['detail', 'detail'],
  ['form', 'form'],
]);

function readSearch(props: ViewNode['props']): ReadView['search'] {
  const onChange = callOf(props['onSearchTextChange']);
  const { filtering, searchText } = props;
  const isFiltered = filtering === undefined ? onChange === null : filtering !== false;
  return {
    placeholder: textOf(props['searchBarPlaceholder']),
    text: typeof searchText === 'string' ? searchText : undefined,
    isFiltered,
    onChange,
  };
}

function readMore(pagination: unknown): ViewCall | null {
  const { hasMore, onLoadMore } = asRecord(pagination);
  return hasMore === true ? callOf(onLoadMore) : null;
}

function readAccessory(view: ViewNode): ReadView['choice'] {
  const dropdown = slotOf(view, 'searchBarAccessory').find(({ type }) => type === 'dropdown');
  if (dropdown === undefined) return null;
  const choices = readChoices(dropdown);
  const { tooltip, value, onChange } = dropdown.props;
  return {
    title: textOf(tooltip),
    value: textOf(value ?? firstChoice(dropdown, choices)),
    choices,
    onChange: callOf(onChange),
  };
}

/** The default, where it is offered: what was chosen the last time may be gone. */
function firstChoice({ props }: ViewNode, choices: readonly ViewChoice[]): unknown {
  const { defaultValue } = props;
  const isOffered = choices.length === 0 || choices.some(({ value }) => value === defaultValue);
  return isOffered ? (defaultValue ?? '') : (choices[0]?.value ?? '');
}

function readChoices(dropdown: ViewNode): ViewChoice[] {
  return dropdown.children.flatMap((child) => {
    if (child.type === 'dropdown-section') return readChoices(child);
    if (child.type !== 'dropdown-item') return [];
    const value = textOf(child.props['value']);
    return [{ value, title: textOf(child.props['title']) || value }];
  });
}

function readItems(parent: ViewNode, section: string): ViewItem[] {
  return parent.children.flatMap((child, at) => {
    if (child.type === 'list-section' || child.type === 'grid-section') {
      return readItems(child, textOf(child.props['title']));
    }
    if (child.type !== 'list-item' && child.type !== 'grid-item') return [];
    const { id, title, subtitle, keywords, accessories, content } = child.props;
    const detail = slotOf(child, 'detail').find(({ type }) => type === 'detail');
    const shown = textOf(title);
    return [
      {
        id: typeof id === 'string' ? id : `${section} ${at}`,
        title: shown === '' && child.type === 'grid-item' ? textOf(content) : shown,
        subtitle: textOf(subtitle),
        accessories: asList(accessories)
          .map(readAccessoryText)
          .filter((text) => text !== ''),
        keywords: asList(keywords).map(textOf),
        section,
        detail: detail === undefined ? null : readPage(detail),
        actions: readActions(child),
      },
    ];
  });
}

function readAccessoryText(accessory: unknown): string {
  const { text, tag, date } = asRecord(accessory);
  return [text, tag, date].map(textOf).find((one) => one !== '') ?? '';
}

function readPage(detail: ViewNode): ViewPage {
  const metadata = slotOf(detail, 'metadata').find(({ type }) => type === 'metadata');
  const facts = (metadata?.children ?? []).flatMap((fact) => {
    const { title, text, target } = fact.props;
    if (fact.type === 'metadata-separator') return [];
    if (fact.type === 'metadata-tags') {
      const tags = fact.children.map(({ props }) => textOf(props['text']));
      return [{ title: textOf(title), text: tags.join(', ') }];
    }
    const said =
      fact.type === 'metadata-link' ? `${textOf(text)} (${textOf(target)})` : textOf(text);
    return [{ title: textOf(title), text: said }];
  });
  return { markdown: textOf(detail.props['markdown']), facts };
}

function readActions(parent: ViewNode): ViewAction[] {
  return slotOf(parent, 'actions').flatMap((panel) => readPanel(panel, ''));
}

function readPanel(panel: ViewNode, section: string): ViewAction[] {
  if (panel.type === 'action') return [readAction(panel, section)];
  const title = textOf(panel.props['title']);
  const within = panel.type === 'action-panel' ? section : title || section;
  return panel.children.flatMap((child) => readPanel(child, within));
}

function readAction({ props }: ViewNode, section: string): ViewAction {
  const submit = callOf(props['onSubmit']);
  const picked = asRecord(props['picked']);
  const isDate = Object.keys(picked).length > 0;
  return {
    title: textOf(props['title']),
    section,
    shortcut: readShortcut(props['shortcut']),
    isDestructive: props['style'] === 'destructive',
    call: submit ?? callOf(isDate ? props['onChange'] : props['onAction']),
    needs: submit !== null ? 'values' : isDate ? 'date' : 'nothing',
  };
}

function readShortcut(shortcut: unknown): string {
  if (typeof shortcut === 'string') return shortcut;
  const { key, modifiers } = asRecord(shortcut);
  return key === undefined ? '' : [...asList(modifiers), key].map(textOf).join('+');
}

const fieldKinds = new Map<string, ViewField['kind']>([
  ['form-text', 'text'],
  ['form-password', 'password'],
  ['form-text-area', 'text-area'],
  ['form-checkbox', 'checkbox'],
  ['form-date', 'date'],
  ['form-dropdown', 'dropdown'],
  ['form-tags', 'tags'],
  ['form-files', 'files'],
  ['form-description', 'note'],
]);

function readFields(form: ViewNode): ViewField[] {
  return form.children.flatMap((child, at) => {
    const kind = fieldKinds.get(child.type);
    if (kind === undefined) return [];
    const { id, title, label, text, value, defaultValue, placeholder, error } = child.props;
    const choices = readChoices(child);
    const first =
      kind === 'dropdown' ? firstChoice(child, choices) : (defaultValue ?? emptyValues[kind]);
    return [
      {
        id: typeof id === 'string' ? id : `field-${at}`,
        kind,
        title: textOf(title ?? label),
        value: kind === 'note' ? textOf(text) : (value ?? first),
        isControlled: value !== undefined,
        placeholder: textOf(placeholder),
        error: textOf(error),
        choices,
        onChange: callOf(child.props['onChange']),
        onBlur: callOf(child.props['onBlur']),
        asked: {
          focus: Number(child.props['$focus'] ?? 0),
          reset: Number(child.props['$reset'] ?? 0),
        },
      },
    ];
  });
}

/** What a field holds that nobody has filled in. */
const emptyValues: Readonly<Record<ViewField['kind'], unknown>> = {
  text: '',
  password: '',
  'text-area': '',
  checkbox: false,
  date: null,
  dropdown: '',
  tags: [],
  files: [],
  note: '',
};

function findChild(node: ViewNode, wanted: string): ViewNode | undefined {
  return node.children.find(({ type }) => type === wanted);
}

function slotOf(node: ViewNode, name: string): ViewNode[] {
  return (
    node.children.find(({ type, props }) => type === 'slot' && props['name'] === name)?.children ??
    []
  );
}

function callOf(value: unknown): ViewCall | null {
  const { $call } = asRecord(value);
  return typeof $call === 'number' ? $call : null;
}

/** A value as text: of `{ value, tooltip }` the value, of a date when it is. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 16).replace('T', ' ');
  const record = asRecord(value);
  return 'value' in record ? textOf(record['value']) : '';
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
