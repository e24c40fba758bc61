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

/** Compares the commands that people are told of with those of the manifest. */
function compareCommands({ raw }: Manifest, { path, text }: Readme): Problem[] {
  const commands = commandsOf(raw);
  if (commands.titles.length === 0) return [];
  const isCommand = (wanted: string) =>
    commands.ids.includes(wanted) ||
    commands.titles.some((title) => wanted === title || wanted.endsWith(`: ${title}`));
  const told = [
    ...listRun(text),
    ...listTables(text)
      .filter((rows) => rows.some(isCommand))
      .flat(),
  ];
  const unknown = [...new Set(told)].filter((title) => !isCommand(title));
  if (unknown.length === 0) return [];
  const message = `It tells of the ${unknown.length === 1 ? 'command' : 'commands'} ${few(unknown)}; the manifest has ${few(commands.titles)}`;
  return [problem('readme-differs', { path, message })];
}

/** Names in a sentence that says to run them from the palette: `Run **Copy the Date** from the palette`. */
function listRun(text: string): string[] {
  const sentences = text.split(/\n\s*\n|(?<=[.!?])\s/).filter((one) => /\bpalette\b/i.test(one));
  return sentences.flatMap((sentence) =>
    [
      ...sentence.matchAll(
        /\brun (?:the command )?(?:\*\*([^*\n]{1,100})\*\*|`([^`\n]{1,100})`)/gi,
      ),
    ].map(([, bold, code]) => (bold ?? code ?? '').trim()),
  );
}

/** The first cells of each table that is headed `Command`. */
function listTables(text: string): string[][] {
  const tables = text.matchAll(
    /^\| *commands?(?: (?:id|title|name))? *\|.*\n\|[ :|-]+\n((?:\|.*(?:\n|$))+)/gim,
  );
  return [...tables].map(([, rows = '']) =>
    rows
      .split('\n')
      .map((row) => row.split('|')[1]?.replace(/[*`]/g, '').trim() ?? '')
      .filter((cell) => cell !== ''),
  );
}

function few(names: readonly string[]): string {
  return names
    .slice(0, 5)
    .map((name) => `'${name}'`)
    .join(', ');
}

/** Titles and ids of the commands of any kind of extension; empty where a title isn't known. */
function commandsOf({ contributes, commands }: Manifest['raw']): {
  titles: string[];
  ids: string[];
} {
  const contributed = isRecord(contributes) ? contributes['commands'] : undefined;
  const all = [contributed, commands].flatMap((list) => (Array.isArray(list) ? list : []));
  const records = all.filter(isRecord);
  const titles = textsIn(records, 'title').filter((title) => !title.startsWith('%'));
  if (titles.length < all.length) return { titles: [], ids: [] };
  return { titles, ids: [...textsIn(records, 'command'), ...textsIn(records, 'name')] };
}

function textsIn(records: readonly Readonly<Record<string, unknown>>[], key: string): string[] {
  return records.map((each) => each[key]).filter((value) => typeof value === 'string');
}
