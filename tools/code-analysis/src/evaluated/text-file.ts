import type { AnyNode } from 'acorn';
import { CodeError, parseCode, type ParsedCode } from '../syntax/parse-code.ts';

/** A text that runs as a file of its own. */
export interface TextFile {
  /** What runs it. */
  node: AnyNode;
  /** How the file is read: as Node reads the text of a worker, as CommonJS, or as an ES module. */
  as: 'worker' | 'commonjs' | 'module';
  text: string;
}

/** Path of such a file among others. No file of a package has it. */
export function pathOfText({ as, text }: Pick<TextFile, 'as' | 'text'>): string {
  return `\0${as}:${text}`;
}

/** The endings that say how files are read. */
const endings = { worker: '.js', commonjs: '.cjs', module: '.mjs' };

/**
 * Parses such a text. A worker reads it as CommonJS, as an ES module, or as either with types. Null where it is
 * no code.
 *
 * @param ranBy where it is run
 */
export function parseTextFile(
  { as, text }: TextFile,
  ranBy: NonNullable<ParsedCode['ranBy']>,
): ParsedCode | null {
  const path = `text${endings[as]}`;
  const code = parse(path, text);
  if (code !== null) return { ...code, ranBy };
  const plain = as === 'worker' ? withoutTypes(text) : null;
  const typed = plain === null ? null : parse(path, plain);
  return typed && { ...typed, ranBy };
}

function parse(path: string, text: string): ParsedCode | null {
  try {
    return parseCode(path, text);
  } catch (error) {
    if (error instanceof CodeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** TypeScript without its types, as Node runs it; null where it is none. */
function withoutTypes(text: string): string | null {
  // not by an import, which would fail in a Node that doesn't have it
  const { stripTypeScriptTypes } = process.getBuiltinModule('node:module');
  if (stripTypeScriptTypes === undefined) return null;
  try {
    return stripTypeScriptTypes(text);
  } catch {
    return null;
  }
}

/**
 * The code in a `data:` address, as Node takes it out; `data` for JSON, and null for what isn't read.
 *
 * Source: https://nodejs.org/docs/latest-v24.x/api/esm.html#data-imports
 */
export function codeInAddress(address: string): { code: string } | 'data' | null {
  // of an address with these parts, only what stands before them is code
  if (!URL.canParse(address) || /[?#]/.test(address)) return null;
  const { pathname } = new URL(address);
  const [, kind = '', base64, body = ''] =
    /^([^/]+\/[^;,]+)(?:;(?!base64,)[^;,]*)*(;base64)?,(.*)$/s.exec(pathname) ?? [];
  if (kind === 'application/json') return 'data';
  if (kind !== 'text/javascript') return null;
  try {
    const decoded = decodeURIComponent(body);
    return { code: base64 === undefined ? decoded : Buffer.from(decoded, 'base64').toString() };
  } catch {
    return null;
  }
}
