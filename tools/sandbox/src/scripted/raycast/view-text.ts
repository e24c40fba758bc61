import type { ViewField, ViewItem, ViewPage, ViewState } from '../../views/index.ts';

/** All of a view as plain text: what is selected has `❯` before it. Pure. */
export function viewText(state: ViewState): string {
  const { view } = state;
  const lines = {
    list: () => listLines(state),
    detail: () => pageLines(view.page),
    form: () => view.fields.flatMap((field) => fieldLines(field, state.valueOf(field))),
    nothing: () => [],
  }[view.kind]();
  const loading = view.isLoading ? ['loading …'] : [];
  return [...(view.title === '' ? [] : [view.title]), ...lines, ...loading].join('\n');
}

function listLines(state: ViewState): string[] {
  const { view, items, selected } = state;
  const chosen = view.choice?.choices.find(({ value }) => value === state.choice)?.title;
  const beside = chosen === undefined ? '' : `  [${chosen}]`;
  const bar = `› ${state.searchText || (view.search?.placeholder ?? '') || 'Search'}${beside}`;
  const page = view.isShowingDetail ? pageLines(selected?.detail ?? null) : [];
  return [bar, ...(items.length === 0 ? emptyLines(state) : itemLines(items, selected)), ...page];
}

function emptyLines({ view }: ViewState): string[] {
  const { title = view.isLoading ? '' : 'Nothing found', description = '' } = view.empty ?? {};
  return [title, description].filter((line) => line !== '').map((line) => `  ${line}`);
}

function itemLines(items: readonly ViewItem[], selected: ViewItem | undefined): string[] {
  return items.flatMap((item, at) => {
    const { title, subtitle, accessories, section } = item;
    const isFirst = section !== '' && section !== items[at - 1]?.section;
    const said = [title, subtitle, ...accessories].filter((part) => part !== '');
    const line = `${item === selected ? '❯' : ' '} ${said.join('  ')}`;
    return isFirst ? [`  ${section}`, line] : [line];
  });
}

function pageLines(page: ViewPage | null): string[] {
  if (page === null) return [];
  const facts = page.facts.map(({ title, text }) => `${title}  ${text}`);
  return [...(page.markdown === '' ? [] : page.markdown.split('\n')), ...facts];
}

function fieldLines(field: ViewField, value: unknown): string[] {
  const { kind, title, id, error } = field;
  if (kind === 'note') return [[title, String(value)].filter((part) => part !== '').join(': ')];
  const wrong = error === '' ? [] : [`  ${error}`];
  return [`${title || id}: ${showValue(field, value)}`, ...wrong];
}

function showValue({ choices, kind }: ViewField, value: unknown): string {
  const titleOf = (one: unknown) =>
    choices.find((choice) => choice.value === one)?.title ?? String(one);
  if (kind === 'checkbox') return value === true ? 'yes' : 'no';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(titleOf).join(', ');
  if (value === null || value === undefined) return '';
  return kind === 'dropdown' ? titleOf(value) : String(value);
}
