import { parseTransform } from './parse-transform.ts';
import type { ParsedSnippet, SnippetPart } from './snippet-parts.ts';
import { snippetVariables } from './snippet-variables.ts';

/**
 * Parses the body of a snippet. It never fails: what is no placeholder is text, as in VS Code; of what looks like
 * one, a fault is told.
 *
 * Source: https://code.visualstudio.com/docs/editing/userdefinedsnippets#_grammar
 */
export function parseSnippet(body: string): ParsedSnippet {
  const faults: ParsedSnippet['faults'] = [];
  const reading = { from: 0, isInner: false, depth: 0, faults, endless: new Set<number>() };
  const { parts } = parseParts(body, reading);
  return { parts, faults };
}

interface Reading {
  from: number;
  /** Whether a `}` ends it. */
  isInner: boolean;
  depth: number;
  faults: ParsedSnippet['faults'];
  /** Offsets of `$` whose braces are known to have no end: they would be read again and again. */
  endless: Set<number>;
}

/** How deep placeholders may stand in each other. */
const maxDepth = 100;

/** @returns the offset behind what was read; null where a `}` is missing */
function parseParts(
  body: string,
  { from, isInner, ...by }: Reading,
): { parts: SnippetPart[]; end: number | null } {
  const parts: SnippetPart[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  let at = from;
  while (at < body.length) {
    const char = body[at] ?? '';
    if (char === '\\' && /[\\$}]/.test(body[at + 1] ?? '')) {
      text += body[at + 1];
      at += 2;
    } else if (isInner && char === '}') {
      flush();
      return { parts, end: at + 1 };
    } else if (char === '$') {
      const found = parseDollar(body, { ...by, at });
      if (found === null) {
        text += char;
        at += 1;
      } else {
        flush();
        parts.push(found.part);
        at = found.end;
      }
    } else {
      text += char;
      at += 1;
    }
  }
  flush();
  return { parts, end: isInner ? null : at };
}

interface Dollar extends Omit<Reading, 'from' | 'isInner'> {
  at: number;
}

/** @returns null where it is a plain `$` */
function parseDollar(body: string, by: Dollar): { part: SnippetPart; end: number } | null {
  const { at, faults } = by;
  const head = body.slice(at, at + 200);
  const [simple, name] = /^\$(\d+|[_a-z]\w*)/i.exec(head) ?? [];
  if (simple !== undefined && name !== undefined) {
    tellUnknown(name, by);
    return { part: plainPart(name), end: at + simple.length };
  }
  if (!head.startsWith('${')) return null;
  const [opening, inner = '', next = ''] = /^\$\{(\d+|[_a-z]\w*)([:}|/])/i.exec(head) ?? [];
  const begun = at + (opening?.length ?? 0);
  const found =
    opening === undefined ? null : parseBraced(body, { ...by, name: inner, next, begun });
  if (found !== null) return found;
  const message = `'${body.slice(at, at + 12).split('\n')[0]}' is inserted as text: it is no placeholder, choice, variable or transform, or has no end`;
  faults.push({ offset: at, message });
  return null;
}

function parseBraced(
  body: string,
  by: Dollar & { name: string; next: string; begun: number },
): { part: SnippetPart; end: number } | null {
  const { name, next, begun, depth } = by;
  const number = /^\d/.test(name) ? Number(name) : null;
  if (next === '}') {
    tellUnknown(name, by);
    return { part: plainPart(name), end: begun };
  }
  if (next === '|') return number === null ? null : parseChoice(body, { number, begun });
  if (next === '/') {
    const found = parseTransform(body, begun);
    if (found === null) return null;
    const { transform, end } = found;
    if (number !== null) return { part: { kind: 'mirror', number, transform }, end };
    tellUnknown(name, by);
    return { part: { kind: 'variable', name, inner: null, transform }, end };
  }
  if (depth >= maxDepth || by.endless.has(by.at)) return null;
  const faults: ParsedSnippet['faults'] = [];
  const reading = { from: begun, isInner: true, depth: depth + 1, faults, endless: by.endless };
  const { parts: inner, end } = parseParts(body, reading);
  if (end === null) {
    by.endless.add(by.at);
    return null;
  }
  by.faults.push(...faults);
  if (number !== null) return { part: { kind: 'placeholder', number, inner }, end };
  return { part: { kind: 'variable', name, inner, transform: null }, end };
}

function parseChoice(
  body: string,
  { number, begun }: { number: number; begun: number },
): { part: SnippetPart; end: number } | null {
  const options: string[] = [];
  let option = '';
  for (let at = begun; at < body.length; at += 1) {
    const char = body[at] ?? '';
    if (char === '\\' && /[,|\\]/.test(body[at + 1] ?? '')) {
      at += 1;
      option += body[at];
    } else if (char === ',') {
      options.push(option);
      option = '';
    } else if (char === '|') {
      if (body[at + 1] !== '}') return null;
      return { part: { kind: 'choice', number, options: [...options, option] }, end: at + 2 };
    } else option += char;
  }
  return null;
}

function plainPart(name: string): SnippetPart {
  if (/^\d/.test(name)) return { kind: 'mirror', number: Number(name), transform: null };
  return { kind: 'variable', name, inner: null, transform: null };
}

/** What VS Code doesn't know as a variable is inserted as its name, which an author rarely means. */
function tellUnknown(name: string, { at, faults }: Dollar): void {
  if (/^\d/.test(name) || snippetVariables.has(name)) return;
  const message = `VS Code knows no variable '${name}': write \\$${name} for the text, or \${1:${name}} for a placeholder`;
  faults.push({ offset: at, message });
}
