import { apiFamilies, type Permission } from '@orchestra/core';
import { nodeModules, notOfferedByRaycast } from '@orchestra/sandbox/offered';
import { escapeText } from './escape-text.ts';
import type { Guide } from './guide.ts';
import { readGuide } from './read-guide.ts';
import { renderMarkdownTable } from './render-markdown-table.ts';

/** What of Raycast's API is offered, from the lists that the product itself goes by. */
export function raycastGuide(): Guide {
  const guide = readGuide('raycast');
  return {
    ...guide,
    text: [
      guide.text,
      '## What is offered',
      renderMarkdownTable(['Members', 'Permissions'], renderOffered()),
      '## What isn’t offered',
      'Where it is called, an error says so by its name; all else of the extension goes on.',
      renderMarkdownTable(
        ['Member', 'Why'],
        notOfferedByRaycast.map(({ member, why }) => [`\`${member}\``, escapeText(why)]),
      ),
      '## Modules of Node',
      `Offered, with the same permissions as [elsewhere](/docs/permissions/): ${Object.keys(
        nodeModules,
      )
        .map((name) => `\`${name}\``)
        .join(', ')}. Others can be imported, and what is called of them throws by its name.`,
    ].join('\n\n'),
  };
}

function renderOffered(): string[][] {
  const missing = new Set(notOfferedByRaycast.map(({ member }) => member));
  const judgements = apiFamilies
    .flatMap(({ tables }) => tables)
    .filter(({ module }) => module === '@raycast/api')
    .flatMap((table) => table.judgements)
    .filter(({ why }) => !why.startsWith('Types'));
  return judgements.flatMap(({ is, names }) => {
    const offered = names.filter((name) => !missing.has(name) && !name.endsWith('.prototype'));
    if (offered.length === 0) return [];
    return [[offered.map((name) => `\`${name}\``).join(' '), renderNeeds(is)]];
  });
}

function renderNeeds(is: string | readonly Permission[]): string {
  if (is === 'harmless') return 'none';
  if (typeof is === 'string') return 'commands of its own alone';
  return is.map((permission) => `\`${permission}\``).join(', ');
}
