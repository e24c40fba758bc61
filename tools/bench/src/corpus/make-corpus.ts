import type { CorpusRecord } from './corpus-record.ts';
import { makeRandom, pick } from './make-random.ts';

// prettier-ignore
const nouns = [
  'amber', 'anchor', 'atlas', 'beacon', 'bridge', 'canvas', 'cedar', 'chart', 'cobalt', 'compass',
  'copper', 'delta', 'ember', 'fable', 'ferry', 'forge', 'garden', 'glacier', 'harbor', 'hazel',
  'indigo', 'island', 'juniper', 'kettle', 'lagoon', 'lantern', 'ledger', 'linen', 'marble', 'meadow',
  'mosaic', 'nectar', 'oasis', 'orchard', 'paper', 'pebble', 'prairie', 'quartz', 'quill', 'raven',
  'ribbon', 'saffron', 'shelf', 'signal', 'sparrow', 'tide', 'timber', 'velvet', 'willow', 'zephyr',
] as const;
// prettier-ignore
const kinds = [
  'theme', 'snippets', 'linter', 'formatter', 'git', 'markdown', 'json', 'yaml', 'python', 'rust',
  'docker', 'test', 'debug', 'icons', 'notes', 'tasks', 'calendar', 'search', 'table', 'sync',
] as const;
// prettier-ignore
const verbs = ['Shows', 'Formats', 'Checks', 'Sorts', 'Opens', 'Finds', 'Counts', 'Renames'] as const;
// prettier-ignore
const objects = [
  'files of your workspace', 'links in documents', 'colours while you type', 'commits of a branch',
  'headings and lists', 'tests beside the code', 'errors where they are', 'settings of a project',
  'notes by date', 'tables and their columns',
] as const;

/** Makes a corpus like a real one: names of two or three words, a long tail of downloads. */
export function makeCorpus(count: number): CorpusRecord[] {
  const random = makeRandom(7);
  return Array.from({ length: count }, (_, nth) => {
    const words = [pick(nouns, random), pick(nouns, random), pick(kinds, random)];
    const name = words.slice(random() < 0.5 ? 0 : 1).join('-');
    const day = new Date(Date.UTC(2022, 0, 1) + Math.floor(random() * 1600) * 86_400_000);
    return {
      name: `${name}-${nth.toString(36)}`,
      displayName: name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()),
      description: `${pick(verbs, random)} ${pick(objects, random)} for ${pick(kinds, random)}, and ${pick(objects, random)}.`,
      downloads: Math.floor(10 / (random() + 0.000_01)),
      updatedAt: day.toISOString(),
    };
  });
}
