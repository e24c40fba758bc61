import type { Permission } from '@orchestra/core';

/** Code with what is true of it, written down by a person who read it. */
export interface LabelledSnippet {
  name: string;
  /** One file, or several by path, of which `main.js` is the entry. */
  code: string | Record<string, string>;
  needs: readonly Permission[];
  /** True where nobody can tell by reading it. */
  unresolved?: true;
  /** What the code that nobody can tell may need at most; any permission where that isn't said. */
  reach?: readonly Permission[];
}

/** A snippet of one line in a table. */
export function snippet(
  name: string,
  code: LabelledSnippet['code'],
  needs: readonly Permission[],
): LabelledSnippet {
  return { name, code, needs };
}

/** A snippet that a person has to look at. */
export function unclear(
  name: string,
  code: LabelledSnippet['code'],
  needs: readonly Permission[] = [],
): LabelledSnippet {
  return { name, code, needs, unresolved: true };
}

/** A snippet with code that nobody can tell, of which is known what it may need at most. */
export function bounded(
  code: LabelledSnippet['code'],
  of: { needs?: readonly Permission[]; reach: readonly Permission[] },
): LabelledSnippet {
  return { name: named(code), code, needs: of.needs ?? [], unresolved: true, reach: of.reach };
}

/** Makes a snippet of code that stands behind a beginning which many have. */
export function snippetBehind(
  beginning: string,
  needs: readonly Permission[],
): (code: string) => LabelledSnippet {
  return (code) => snippet(code, beginning + code, needs);
}

/** A snippet of a script that the extension gives to a page. */
export function pageScript(code: string, needs: readonly Permission[]): LabelledSnippet {
  const main = 'exports.show = (webview, root) => webview.asWebviewUri(`${root}/page.js`);';
  return snippet(code, { 'main.js': main, 'page.js': code }, needs);
}

/** The name of a snippet that its code explains best. */
export function named(code: LabelledSnippet['code']): string {
  if (typeof code === 'string') return code;
  return Object.entries(code)
    .map(([path, text]) => `${path}: ${text}`)
    .join(' | ');
}
