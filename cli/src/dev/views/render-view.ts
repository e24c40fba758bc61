import { plain, plainLines, type Style } from '@orchestra/terminal';
import type { ViewField, ViewItem, ViewPage, ViewState } from '@orchestra/sandbox/views';

/** Items that are shown at once. */
const mostItems = 10;
/** Lines of Markdown that are shown at once. */
const mostLines = 24;

/** A view as lines of text. */
export function renderView(state: ViewState, style: Style): string[] {
  const { view, field } = state;
  const title = view.title === '' ? [] : [style.bold(plain(view.title))];
  const loading = view.isLoading ? [style.dim('loading …')] : [];
  switch (view.kind) {
    case 'list':
      return [...title, ...renderSearch(state, style), ...renderItems(state, style), ...loading];
    case 'detail':
      return [...title, ...renderPage(view.page, style), ...loading];
    case 'form':
      return [
        ...title,
        ...view.fields.flatMap((one, at) =>
          renderField(one, { state, style, isSelected: at === field }),
        ),
        ...loading,
      ];
    case 'nothing':
      return [...title, style.dim('It shows nothing'), ...loading];
  }
}

function renderSearch(state: ViewState, style: Style): string[] {
  const { search, choice } = state.view;
  const typed = plain(state.searchText);
  const shown = typed === '' ? style.dim(plain(search?.placeholder ?? '') || 'Search') : typed;
  const chosen = choice?.choices.find(({ value }) => value === state.choice)?.title;
  const beside = chosen === undefined ? '' : `  ${style.cyan(`[${plain(chosen)}]`)}`;
  return [`${style.cyan('›')} ${shown}${beside}`];
}

function renderItems(state: ViewState, style: Style): string[] {
  const { items, selected, view } = state;
  if (items.length === 0) {
    const { title = '', description = '' } = view.empty ?? {};
    const said = [title || (view.isLoading ? '' : 'Nothing found'), description];
    return said.filter((one) => one !== '').map((one) => `  ${style.dim(plain(one))}`);
  }
  const at = Math.max(
    items.findIndex((item) => item === selected),
    0,
  );
  const from = Math.min(
    Math.max(at - Math.floor(mostItems / 2), 0),
    Math.max(items.length - mostItems, 0),
  );
  const shown = items.slice(from, from + mostItems);
  const lines: string[] = [];
  let section = from === 0 ? '' : (items[from - 1]?.section ?? '');
  for (const item of shown) {
    if (item.section !== section) lines.push(`  ${style.dim(plain(item.section))}`);
    section = item.section;
    lines.push(renderItem(item, { style, isSelected: item === selected }));
  }
  const more = items.length > shown.length ? [style.dim(`  ${at + 1} of ${items.length}`)] : [];
  const page = view.isShowingDetail ? renderPage(selected?.detail ?? null, style) : [];
  return [...lines, ...more, ...(page.length === 0 ? [] : ['', ...page])];
}

function renderItem(
  { title, subtitle, accessories }: ViewItem,
  { style, isSelected }: { style: Style; isSelected: boolean },
): string {
  const shown = isSelected ? style.bold(plain(title)) : plain(title);
  const beside = [subtitle, ...accessories].filter((text) => text !== '').map(plain);
  const end = beside.length === 0 ? '' : `  ${style.dim(beside.join('  '))}`;
  return `${isSelected ? style.cyan('❯') : ' '} ${shown}${end}`;
}

function renderPage(page: ViewPage | null, style: Style): string[] {
  if (page === null) return [];
  const lines = page.markdown === '' ? [] : plainLines(page.markdown.trimEnd()).split('\n');
  const shown = lines.slice(0, mostLines).map((line) => renderMarkdown(line, style));
  const more =
    lines.length > mostLines ? [style.dim(`… ${lines.length - mostLines} more lines`)] : [];
  const facts = page.facts.map(({ title, text }) => `${style.dim(plain(title))}  ${plain(text)}`);
  return [...shown, ...more, ...(facts.length === 0 ? [] : ['', ...facts])];
}

/** Headings stand out; all else is as it was written. */
function renderMarkdown(line: string, style: Style): string {
  return /^#{1,6}\s/.test(line) ? style.bold(line.replace(/^#+\s+/, '')) : line;
}

function renderField(
  field: ViewField,
  { state, style, isSelected }: { state: ViewState; style: Style; isSelected: boolean },
): string[] {
  if (field.kind === 'note') {
    return [
      `  ${style.dim([field.title, String(field.value)].filter(Boolean).map(plain).join(': '))}`,
    ];
  }
  const value = showValue(field, state.valueOf(field));
  const shown = value === '' ? style.dim(plain(field.placeholder) || '–') : plain(value);
  const mark = isSelected ? style.cyan('❯') : ' ';
  const wrong = field.error === '' ? [] : [`    ${style.red(plain(field.error))}`];
  return [`${mark} ${style.bold(plain(field.title || field.id))}  ${shown}`, ...wrong];
}

function showValue({ kind, choices }: ViewField, value: unknown): string {
  const titleOf = (one: unknown) =>
    choices.find((choice) => choice.value === one)?.title ?? String(one);
  if (kind === 'password') return '•'.repeat(Math.min(String(value).length, 12));
  if (kind === 'checkbox') return value === true ? 'yes' : 'no';
  if (value instanceof Date) return value.toISOString().slice(0, 16).replace('T', ' ');
  if (Array.isArray(value)) return value.map(titleOf).join(', ');
  if (value === null || value === undefined) return '';
  return kind === 'dropdown' ? titleOf(value) : String(value).split('\n').join(' ⏎ ');
}
