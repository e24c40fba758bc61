import { apiFamilies, type Permission } from '@orchestra/core';
import {
  nodeModules,
  notOfferedByNode,
  notOfferedByRaycast,
  notOfferedByVscode,
} from '@orchestra/sandbox/offered';
import { escapeText } from './escape-text.ts';
import type { Guide } from './guide.ts';
import { readGuide } from './read-guide.ts';
import { renderMarkdownTable } from './render-markdown-table.ts';

/** What of Raycast's API is offered, from the lists that the product itself goes by. */
export function raycastGuide(): Guide {
  return makeGuide('raycast', { module: '@raycast/api', notOffered: notOfferedByRaycast });
}

/** What of VS Code's API is offered, from the lists that the product itself goes by. */
export function vscodeGuide(): Guide {
  return makeGuide('vscode', { module: 'vscode', notOffered: notOfferedByVscode });
}

interface OfferedApi {
  /** Name of its module in the table of permissions. */
  module: string;
  notOffered: readonly { member: string; why: string }[];
}

function makeGuide(file: string, api: OfferedApi): Guide {
  const guide = readGuide(file);
  const missing = Map.groupBy(api.notOffered, ({ why }) => why);
  return {
    ...guide,
    text: [
      guide.text,
      '## What is offered',
      renderMarkdownTable(['Members', 'Permissions'], renderOffered(api)),
      '## What isn’t offered',
      'Where it is called, an error says so by its name; all else of the extension goes on.',
      renderMarkdownTable(
        ['Members', 'Why'],
        Array.from(missing, ([why, members]) => [
          renderNames(members.map(({ member }) => member)),
          escapeText(why),
        ]),
      ),
      '## Modules of Node',
      `Offered, with the same permissions as [elsewhere](/docs/permissions/): ${Object.keys(
        nodeModules,
      )
        .map((name) => `\`${name}\``)
        .join(
          ', ',
        )}. Others can be imported, and what is called of them throws by its name. So does what isn’t offered of these:`,
      renderMarkdownTable(
        ['Module', 'Members', 'Instead'],
        notOfferedByNode.map(({ module, members, instead }) => [
          `\`${module}\``,
          renderNames(members.split(' ')),
          escapeText(instead),
        ]),
      ),
    ].join('\n\n'),
  };
}

function renderOffered({ module, notOffered }: OfferedApi): string[][] {
  const isMissing = (name: string) =>
    notOffered.some(({ member }) => name === member || name.startsWith(`${member}.`));
  const judgements = apiFamilies
    .flatMap(({ tables }) => tables)
    .filter((table) => table.module === module)
    .flatMap((table) => table.judgements)
    .filter(({ why }) => !why.startsWith('Types') && !why.startsWith('What the app tells'));
  return judgements.flatMap(({ is, names }) => {
    const offered = names.filter((name) => !isMissing(name) && !name.endsWith('.prototype'));
    return offered.length === 0 ? [] : [[renderNames(offered), renderNeeds(is)]];
  });
}

function renderNames(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' ');
}

function renderNeeds(is: string | readonly Permission[]): string {
  if (is === 'harmless') return 'none';
  if (is === 'followed') return 'what it is given decides';
  if (typeof is === 'string') return 'commands of its own alone';
  return is.map((permission) => `\`${permission}\``).join(', ');
}
