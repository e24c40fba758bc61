import type { AnyNode } from 'acorn';
import { posix } from 'node:path';
import { worst } from './address.ts';
import { judgeMarkup } from './markup.ts';
import { plainText } from './marks.ts';
import type { PageTexts } from './page-texts.ts';
import { judgeStyle } from './style.ts';

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
    const names = given === undefined ? null : namesIn(texts, given);
    // of an unknown name, it may be any file that can be shown
    const paths = own.filter((path) => names === null || names.has(posix.basename(path)));
    for (const path of paths) {
      if (loadsFromServer(texts, path)) found.loading.push({ node: call, path });
      else if (names !== null && !shown.test(path) && !code.test(path)) {
        found.unread.push({ node: call, path });
      }
    }
  }
  return found;
}

function loadsFromServer({ files }: PageTexts, path: string): boolean {
  const bytes = files.get(path);
  if (bytes === undefined || !/\.(?:css|svg|x?html?)$/i.test(path)) return false;
  const text = plainText(new TextDecoder().decode(bytes));
  const loads = path.endsWith('.css') ? judgeStyle(text) : judgeMarkup(text).loads;
  return worst([loads]) === 'remote';
}

/** The names of files that an expression for a path ends with; null where they aren't constant. */
function namesIn(texts: PageTexts, node: AnyNode): ReadonlySet<string> | null {
  const constants = constantsIn(texts, node, 0);
  const names = constants.flatMap((text) => {
    const name = posix.basename(text.replaceAll('\\', '/'));
    return name === '' ? [] : [name];
  });
  return names.length === 0 ? null : new Set(names);
}

const mostDepth = 8;

/** The constant texts in an expression for a path, also in its variables. */
function constantsIn(texts: PageTexts, written: AnyNode, depth: number): string[] {
  if (depth > mostDepth) return [];
  const known = texts.tracer.code.index.strings(written);
  if (known !== null) return known;
  return texts.partsOf(written).flatMap((each) => constantsIn(texts, each, depth + 1));
}
