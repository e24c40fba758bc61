import { plain, plainLines, renderTable, type Style } from '@orchestra/terminal';
import type { Look, ShownIcon } from '@orchestra/textmate';
import type { ColourDepth } from './colour-depth.ts';
import { cleanToken, paintSheet, type Sheet } from './paint.ts';

/** What a look is shown on. */
export interface LookScreen {
  style: Style;
  depth: ColourDepth;
  /** Of the terminal; undefined where there is none. */
  columns: number | undefined;
}

/** Renders how something looks, for people. */
export function renderLook(look: Look, on: LookScreen): string {
  switch (look.kind) {
    case 'theme':
    case 'grammar':
      return renderSheet(look, on);
    case 'icons':
      return renderIcons(look, on);
    case 'snippets':
      return renderSnippets(look, on);
  }
}

function renderSheet(
  look: Extract<Look, { kind: 'theme' | 'grammar' }>,
  { style, depth, columns = 80 }: LookScreen,
): string {
  const { kind, label, theme, file, scopeName, background, foreground } = look;
  const under = kind === 'grammar' ? ` under ${plain(theme)}` : '';
  const by = scopeName === null ? 'no grammar for it' : plain(scopeName);
  const head = `${style.bold(plain(label))}${under} ${style.dim(`${plain(file)}, ${by}`)}`;
  if (depth !== 'none') return `${head}\n${paintSheet(look, { depth, columns })}`;
  const text = look.lines.map((tokens) => `  ${tokens.map(cleanToken).join('')}`.trimEnd());
  const grounds = `background ${background}, text ${foreground}`;
  return [head, ...text, '', grounds, renderScopes(look)].join('\n');
}

/** Each scope of a text once, with its colour and an example. */
function renderScopes({ lines, foreground }: Sheet): string {
  const rows = new Map<string, string[]>();
  for (const token of lines.flat()) {
    const scope = token.scopes.at(-1) ?? 'none';
    const isTold = rows.has(scope) || token.text.trim() === '';
    if (isTold || (token.foreground === foreground && token.scopes.length < 2)) continue;
    const example = plain(token.text).slice(0, 24);
    rows.set(scope, [`  ${plain(scope)}`, token.foreground, token.styles.join(' '), example]);
  }
  return renderTable([...rows.values()]);
}

const noIcon = 'no icon';

function renderIcons(
  { label, icons }: Extract<Look, { kind: 'icons' }>,
  { style }: LookScreen,
): string {
  const ends = { file: '', folder: '/', 'folder-expanded': '/ (open)', product: '' };
  const rows = icons.map((icon) => [
    `  ${plain(icon.name)}${ends[icon.kind]}`,
    icon.definition === null ? style.dim(noIcon) : plain(icon.definition),
    renderIcon(icon, style),
  ]);
  return `${style.bold(plain(label))}\n${renderTable(rows)}`;
}

function renderIcon(icon: ShownIcon, style: Style): string {
  if (icon.path !== undefined) {
    const missing = icon.isMissing === true ? ` ${style.yellow('not there')}` : '';
    return `${style.dim(plain(icon.path))}${missing}`;
  }
  if (icon.character === undefined)
    return icon.definition === null ? '' : style.yellow('not defined');
  const of = icon.font === undefined ? '' : ` of ${plain(icon.font)}`;
  const colour = icon.colour === undefined ? '' : ` ${plain(icon.colour)}`;
  return style.dim(`character ${plain(icon.character)}${of}${colour}`);
}

function renderSnippets(
  { label, snippets }: Extract<Look, { kind: 'snippets' }>,
  { style }: LookScreen,
): string {
  const shown = snippets.map(({ name, prefixes, scopes, description, body }) => {
    const typed =
      prefixes.length === 0 ? style.dim('by its name') : style.cyan(plain(prefixes.join(', ')));
    const where = scopes.length === 0 ? '' : style.dim(` in ${plain(scopes.join(', '))}`);
    const says = description === '' ? plain(name) : plain(description);
    const lines = body
      .split(/\r?\n/)
      .map((line) => `    ${plainLines(`x${line}`).slice(1)}`.trimEnd());
    return [`  ${typed}  ${says}${where}`, ...lines].join('\n');
  });
  return [style.bold(plain(label)), ...shown].join('\n');
}

/** Renders the list of what can be looked at. */
export function renderContributed(
  items: readonly { kind: string; label: string; path: string }[],
  style: Style,
): string {
  return renderTable(
    items.map(({ kind, label, path }, at) => [
      style.bold(String(at + 1).padStart(3)),
      kind,
      plain(label),
      style.dim(plain(path)),
    ]),
  );
}
