import type { SnippetPart, SnippetTransform, TransformPart } from './snippet-parts.ts';

/**
 * What a snippet inserts before anything is typed: placeholders with their defaults, choices with their first
 * option. What VS Code would ask the editor for stands as `‹TM_FILENAME›`.
 */
export function insertSnippet(parts: readonly SnippetPart[]): string {
  const values = new Map<number, string>();
  collect(parts, values);
  return parts.map((part) => insert(part, values)).join('');
}

/** Defaults by number: a later mention of a number repeats the first default of it. */
function collect(parts: readonly SnippetPart[], values: Map<number, string>): void {
  for (const part of parts) {
    if ('inner' in part && part.inner !== null) collect(part.inner, values);
    if (part.kind === 'choice' && !values.has(part.number)) {
      values.set(part.number, part.options[0] ?? '');
    }
    if (part.kind === 'placeholder' && !values.has(part.number)) {
      values.set(part.number, part.inner.map((one) => insert(one, values)).join(''));
    }
  }
}

function insert(part: SnippetPart, values: ReadonlyMap<number, string>): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'placeholder':
      return part.inner.map((one) => insert(one, values)).join('');
    case 'choice':
      return part.options[0] ?? '';
    case 'mirror': {
      const value = values.get(part.number) ?? '';
      return part.transform === null ? value : transformed(value, part.transform);
    }
    case 'variable':
      if (part.inner !== null && part.inner.length > 0) {
        return part.inner.map((one) => insert(one, values)).join('');
      }
      return `‹${part.name}›`;
  }
}

function transformed(value: string, { pattern, format }: SnippetTransform): string {
  let found = false;
  const text = value.replace(pattern, (...matched: unknown[]) => {
    found = true;
    return format.map((part) => partOf(part, matched)).join('');
  });
  // what has no match is told apart by the groups that are missing
  return found
    ? text
    : format.map((part) => (part.kind === 'text' ? '' : partOf(part, []))).join('') || text;
}

function partOf(part: TransformPart, groups: readonly unknown[]): string {
  if (part.kind === 'text') return part.text;
  const group = groups[part.number];
  const value = typeof group === 'string' ? group : '';
  if (value === '') return part.absent ?? '';
  if (part.change !== null) return changed(value, part.change);
  return part.present ?? value;
}

function changed(value: string, how: string): string {
  const words = value.match(/[a-z0-9]+/gi) ?? [];
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  switch (how) {
    case 'upcase':
      return value.toLocaleUpperCase();
    case 'downcase':
      return value.toLocaleLowerCase();
    case 'capitalize':
      return capital(value);
    case 'pascalcase':
      return words.map(capital).join('');
    case 'camelcase':
      return words.map((word, nth) => (nth === 0 ? word.toLowerCase() : capital(word))).join('');
    case 'kebabcase':
      return words.join('-').toLowerCase();
    case 'snakecase':
      return words.join('_').toLowerCase();
    default:
      return value;
  }
}
