import { isRecord } from '@orchestra/core';

/** A snippet of a file, as VS Code takes it. */
export interface Snippet {
  name: string;
  /** Where it stands in the file, and its body below. */
  at: string[];
  /** Without one, it is found by its name alone. */
  prefixes: string[];
  /** Languages; empty for those that the manifest or a person says. */
  scopes: string[];
  description: string;
  body: string;
  /** Offset in `body` of each line of it, where it is written as a list; else null. */
  lines: number[] | null;
}

/**
 * Lists the snippets of a file, and what of it is none. A file has snippets by name, or groups of them.
 *
 * @param value what the file holds
 */
export function listSnippets(value: Record<string, unknown>): {
  snippets: Snippet[];
  left: { at: string[]; why: string }[];
} {
  const snippets: Snippet[] = [];
  const left: { at: string[]; why: string }[] = [];
  const take = (name: string, at: string[], item: unknown) => {
    const read = isRecord(item)
      ? readSnippet(name, at, item)
      : 'Expected a snippet to be an object';
    if (typeof read === 'string') left.push({ at, why: read });
    else snippets.push(read);
  };
  for (const [name, item] of Object.entries(value)) {
    if (isRecord(item) && !item['body'] && Object.values(item).some(isRecord)) {
      for (const [inner, one] of Object.entries(item)) take(inner, [name, inner], one);
    } else if (!name.startsWith('$') || isRecord(item)) take(name, [name], item);
  }
  return { snippets, left };
}

/** @returns why it is no snippet */
function readSnippet(name: string, at: string[], item: Record<string, unknown>): Snippet | string {
  const body = item['body'];
  const isList = Array.isArray(body) && body.every((line) => typeof line === 'string');
  if (typeof body !== 'string' && !isList) {
    return `Expected "body" to be a text or a list of texts; the snippet '${name}' is left out`;
  }
  const lines = isList ? offsetsOf(body) : null;
  const { description, scope } = item;
  return {
    name,
    at,
    prefixes: textsOf(item['prefix']),
    scopes:
      typeof scope === 'string'
        ? scope
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean)
        : [],
    description: textsOf(description).join('\n'),
    body: isList ? body.join('\n') : String(body),
    lines,
  };
}

function offsetsOf(lines: readonly string[]): number[] {
  let next = 0;
  return lines.map((line) => {
    const offset = next;
    next += line.length + 1;
    return offset;
  });
}

function textsOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}
