import { readFileSync } from 'node:fs';
import type { Guide } from './guide.ts';

const folder = new URL('../../docs/', import.meta.url);

/** Reads `src/docs/<id>.md`, which begins with its title and then its description. */
export function readGuide(id: string): Guide {
  const [heading = '', description = '', ...rest] = readPart(id).split('\n\n');
  return {
    id,
    title: heading.replace(/^# /, ''),
    description: description.replaceAll('\n', ' '),
    text: rest.join('\n\n'),
  };
}

/** Reads a piece of Markdown that stands in more than one page, or only in some registries. */
export function readPart(name: string): string {
  return readFileSync(new URL(`${name}.md`, folder), 'utf8').trim();
}
