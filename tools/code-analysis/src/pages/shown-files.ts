import type { AnyNode } from 'acorn';
import { posix } from 'node:path';
import { judgeMarkup } from './markup.ts';
import { plainText } from './marks.ts';
import type { PageTexts } from './page-texts.ts';
import { lastNames } from './shown-names.ts';
import { judgeStyle } from './style.ts';
import { plainXml } from './xml-text.ts';

/** What files of the package that pages show load from servers, and code in them that isn't read. */
export interface ShownFiles {
  /** Files that load from servers, each with the place that names it. */
  loading: { node: AnyNode; path: string }[];
  /** Files that a page may run, and that aren't read as code. */
  unread: { node: AnyNode; path: string }[];
}

/** Kinds of files that a page shows and never runs. */
const shown =
  /\.(?:css|less|scss|svg|png|jpe?g|gif|webp|avif|ico|bmp|ttf|otf|woff2?|eot|mp[34]|webm|og[gv]|wav|json|html?|xhtml|map|wasm|pdf|vtt)$/i;
const code = /\.(?:[cm]?js|tsx?|jsx)$/i;

/** Reads the files of the package whose addresses code gives to its pages: `webview.asWebviewUri(…)`. */
export function findShownFiles(texts: PageTexts, all: readonly string[]): ShownFiles {
  const found: ShownFiles = { loading: [], unread: [] };
  const own = all.filter((path) => !/(?:^|\/)node_modules\//.test(path));
  for (const call of texts.calls.of('asWebviewUri')) {
    const [given] = call.arguments;
    const names = given === undefined ? null : lastNames(texts, given);
    for (const path of names === null ? own : pathsNamed(own, names)) {
      if (loadsFromServer(texts, path)) found.loading.push({ node: call, path });
      else if (names?.has(posix.basename(path)) === true && !shown.test(path) && !code.test(path)) {
        found.unread.push({ node: call, path });
      }
    }
  }
  return found;
}

/** The paths of files that code gives to its pages, as far as they can be told; all where they can't. */
export function shownPaths(texts: PageTexts, all: readonly string[]): readonly string[] {
  const names = shownNames(texts);
  return names === null ? all : pathsNamed(all, names);
}

/** The names of files and folders that code gives to its pages; null where one can't be told. */
export function shownNames(texts: PageTexts): Set<string> | null {
  const calls = texts.calls.of('asWebviewUri');
  const reads = texts.tracer.code.index.reads.get('asWebviewUri') ?? [];
  const isOtherwise = reads.some(({ parent, ...read }) => {
    return parent?.type !== 'CallExpression' || parent.callee.end !== read.end;
  });
  if (isOtherwise) return null;
  const found = new Set<string>();
  for (const {
    arguments: [given],
  } of calls) {
    const names = given === undefined ? null : lastNames(texts, given);
    if (names === null) return null;
    for (const name of names) found.add(name);
  }
  return found;
}

/** The files of these names, and those in folders of these names. */
export function pathsNamed(paths: readonly string[], names: ReadonlySet<string>): string[] {
  const isRoot = names.has('') || names.has('.');
  return paths.filter((path) => {
    if (isRoot || names.has(posix.basename(path))) return true;
    return path
      .split('/')
      .slice(0, -1)
      .some((folder) => names.has(folder));
  });
}

function loadsFromServer({ files }: PageTexts, path: string): boolean {
  const bytes = files.get(path);
  if (bytes === undefined || !/\.(?:css|svg|x?html?)$/i.test(path)) return false;
  const text = plainText(new TextDecoder().decode(bytes));
  if (path.endsWith('.css')) return judgeStyle(text) === 'remote';
  const markup = /\.(?:svg|xhtml)$/i.test(path) ? plainXml(text) : text;
  return markup === null || judgeMarkup(markup).loads === 'remote';
}
