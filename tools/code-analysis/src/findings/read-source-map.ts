import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { Place } from '@orchestra/core';

/** Finds the place in the author's source for a place in the code; undefined where no source map has it. */
export type FindSource = (at: { line: number; column: number }) => Place['source'];

const mostCharacters = 32 * 1024 * 1024;

/**
 * Reads the source map of a code file: a file of the package, or inline in the code. An unreadable map, or
 * one outside of the package, finds nothing.
 *
 * Source: https://tc39.es/ecma426/
 *
 * @param code.path path of the code in the package
 */
export function readSourceMap(
  code: { path: string; text: string },
  files: ReadonlyMap<string, Uint8Array>,
): FindSource {
  const found = findMap(code, files);
  if (found === null || found.text.length > mostCharacters) return () => undefined;
  let map: TraceMap;
  try {
    map = new TraceMap(found.text);
  } catch {
    return () => undefined;
  }
  return ({ line, column }) => {
    const { source, ...position } = originalPosition(map, { line, column: column - 1 });
    // a wrong map may refer to sources that it doesn't have, whatever its types say
    const file = source ? sourcePath(source, found.folder) : undefined;
    if (file === undefined || position.line === null) return undefined;
    return { file, line: position.line, column: position.column + 1 };
  };
}

function originalPosition(map: TraceMap, needle: { line: number; column: number }) {
  try {
    return originalPositionFor(map, needle);
  } catch {
    return { source: null, line: null, column: null, name: null };
  }
}

/** The text of the map, and the folder that its sources are relative to. */
function findMap(
  { path, text }: { path: string; text: string },
  files: ReadonlyMap<string, Uint8Array>,
): { text: string; folder: string } | null {
  const [, url] = /\n\/\/[#@] sourceMappingURL=(\S+)\s*$/.exec(text.slice(-mostCharacters)) ?? [];
  if (url === undefined) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const inline = /^data:application\/json;(?:charset=[\w-]+;)?base64,(.*)$/.exec(url)?.[1];
  if (inline !== undefined) return { text: decodeBase64(inline), folder };
  const at = joinPath(folder, url);
  const bytes = at === undefined ? undefined : files.get(at);
  if (at === undefined || bytes === undefined) return null;
  return {
    text: new TextDecoder().decode(bytes),
    folder: at.slice(0, at.lastIndexOf('/') + 1),
  };
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}

/** Path of a source relative to the author's folder; undefined for anything outside of it. */
function sourcePath(source: string, folder: string): string | undefined {
  const ofBundler = /^webpack:\/\/[^/]*\/(.*)$/.exec(source)?.[1];
  const path = ofBundler === undefined ? joinPath(folder, source) : joinPath('', ofBundler);
  const isPlain = path !== undefined && path.length <= 300 && !/[\p{Cc}\p{Cf}\\?*:]/u.test(path);
  return isPlain ? path : undefined;
}

/** Joins a relative path to a folder; undefined for URLs, absolute paths, and paths out of the root. */
function joinPath(folder: string, path: string): string | undefined {
  if (path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of `${folder}${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
