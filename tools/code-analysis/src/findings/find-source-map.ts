import { joinInside } from '../modules/specifier.ts';

/** Most characters of a source map that is read. */
const mostCharacters = 32 * 1024 * 1024;

/** A file of code, as far as a source map belongs to it. */
export interface MappedCode {
  /** Path in the package. */
  path: string;
  text: string;
  /** Its statements; whatever follows the last of them is a comment. */
  tree: { body: readonly { end: number }[] };
}

/**
 * Finds the text of the source map that the last comment of a file names: a file of the package, or a `data:`
 * address. Null where it names none, or another place.
 *
 * Source: https://tc39.es/ecma426/#sec-linking-generated-code
 *
 * @returns the text, and the path of the folder that its sources are relative to, with a slash at its end
 */
export function findSourceMap(
  code: MappedCode,
  files: ReadonlyMap<string, Uint8Array>,
): { text: string; folder: string } | null {
  const url = addressIn(code.text.slice(code.tree.body.at(-1)?.end ?? 0));
  if (url === null || url.length > mostCharacters) return null;
  const folder = folderOf(code.path);
  const [, parameters = '', data] =
    /^data:application\/(?:source-map\+)?json((?:;[^,]*)?),(.*)$/is.exec(url) ?? [];
  if (data !== undefined) {
    const text = decodeData(data, /;base64$/i.test(parameters));
    return text === null ? null : { text, folder };
  }
  const path = decoded(url.replace(/[?#].*$/s, ''));
  if (path === null || path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return null;
  const at = joinInside(folder.split('/').filter(Boolean), path);
  const bytes = at === null ? undefined : files.get(at);
  if (at === null || bytes === undefined || bytes.length > mostCharacters) return null;
  return { text: new TextDecoder().decode(bytes), folder: folderOf(at) };
}

/** The address in the last comment `//# sourceMappingURL=…` or `/*# … *\/` of the comments that end a file. */
function addressIn(comments: string): string | null {
  const word = 'sourceMappingURL=';
  const at = comments.lastIndexOf(word);
  if (at === -1) return null;
  const [, opened] = /(\/\/|\/\*)[#@][ \t]*$/.exec(comments.slice(Math.max(0, at - 20), at)) ?? [];
  if (opened === undefined) return null;
  const rest = comments.slice(at + word.length);
  const end = opened === '//' ? rest.search(/[\r\n]|$/) : rest.indexOf('*/');
  const url = rest.slice(0, end === -1 ? rest.length : end).trim();
  return url === '' || /\s/.test(url) ? null : url;
}

function decodeData(data: string, isBase64: boolean): string | null {
  const text = decoded(data);
  if (text === null || !isBase64) return text;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
