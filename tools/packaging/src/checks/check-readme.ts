import {
  decodeDocument,
  isRecord,
  type Manifest,
  permissions,
  type Problem,
  problem,
} from '@orchestra/core';
import type { Check } from './check.ts';
import { findReadme } from './find-documents.ts';

/**
 * Notes where the README's table of permissions, or the commands that it tells people to run, differ from the
 * manifest: mostly text of a template that nobody changed.
 */
export const checkReadme: Check = ({ manifest, files }) => {
  const path = findReadme(files.keys());
  const text = path === undefined ? null : decodeDocument(files.get(path) ?? new Uint8Array());
  if (path === undefined || text === null || text.length > longest) return [];
  return [
    ...comparePermissions(manifest, { path, text }),
    ...compareCommands(manifest, { path, text }),
  ];
};

const longest = 1024 * 1024;

/** Where a README is, and what it says. */
interface Readme {
  path: string;
  text: string;
}

function comparePermissions(
  { permissions: declared }: Manifest,
  { path, text }: Readme,
): Problem[] {
  const rows = text.matchAll(/^\| *`?([a-z]+(?:\.[a-z]+)?)`? *\|/gm);
  const cells = new Set(rows.map(([, cell]) => cell));
  const told = permissions.filter((each) => cells.has(each));
  if (told.length === 0) return [];
  const extra = told.filter((each) => !declared.includes(each));
  const left = permissions.filter((each) => declared.includes(each) && !told.includes(each));
  if (extra.length + left.length === 0) return [];
  const parts = [
    extra.length === 0 ? '' : `${extra.join(', ')} without being declared`,
    left.length === 0 ? '' : `nothing of ${left.join(', ')}`,
  ];
  const message = `Its table of permissions tells of ${parts.filter((part) => part !== '').join(', and ')}`;
  return [problem('readme-differs', { path, message })];
}

/** Compares what people are told to run, as templates write it: `Run **Copy the Date**`. */
function compareCommands({ raw }: Manifest, { path, text }: Readme): Problem[] {
  const titles = titlesOf(raw);
  if (titles.length === 0) return [];
  const told = [...text.matchAll(/\bRun \*\*([^*\n]{1,100})\*\*/g)].map(([, title = '']) =>
    title.trim(),
  );
  const isCommand = (wanted: string) =>
    titles.some((title) => wanted === title || wanted.endsWith(`: ${title}`));
  const unknown = [...new Set(told)].filter((title) => !isCommand(title));
  if (unknown.length === 0) return [];
  const names = unknown
    .slice(0, 5)
    .map((title) => `'${title}'`)
    .join(', ');
  const message = `It says to run ${names}; the manifest has ${titles
    .slice(0, 5)
    .map((title) => `'${title}'`)
    .join(', ')}`;
  return [problem('readme-differs', { path, message })];
}

/** Titles of the commands of any kind of extension; empty where one of them isn't known. */
function titlesOf({ contributes, commands }: Manifest['raw']): string[] {
  const contributed = isRecord(contributes) ? contributes['commands'] : undefined;
  const all = [contributed, commands].flatMap((list) => (Array.isArray(list) ? list : []));
  const titles = all.map((each: unknown) => (isRecord(each) ? each['title'] : undefined));
  const known = titles.filter((title) => typeof title === 'string' && !title.startsWith('%'));
  return known.length === titles.length ? known.map(String) : [];
}
