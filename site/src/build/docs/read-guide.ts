import { readFileSync } from 'node:fs';
import type { Guide } from './guide.ts';

const folder = new URL('../../docs/', import.meta.url);

/** Reads the guide `src/docs/<id>.md`, which begins with its title and description. */
export function readGuide(id: string): Guide {
  const [heading = '', description = '', ...rest] = readPart(id).split('\n\n');
  return {
    id,
    title: heading.replace(/^# /, ''),
    description: description.replaceAll('\n', ' '),
    text: rest.join('\n\n'),
  };
}

/** Reads a piece of Markdown for several guides, or for some registries only. */
export function readPart(name: string): string {
  return readFileSync(new URL(`${name}.md`, folder), 'utf8').trim();
}
