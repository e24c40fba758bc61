import {
  type ApiFamily,
  apiFamilies,
  type ApiJudgement,
  pageApis,
  permissions,
  type Permission,
  permissionTexts,
  vscodeCommandNames,
} from '@orchestra/core';
import { formatNumber } from '../../texts/format-number.ts';
import type { Guide } from './guide.ts';
import { readGuide } from './read-guide.ts';
import { renderBundleScores } from './render-bundle-scores.ts';
import { readBundleScores } from './reference-files.ts';
import { renderMarkdownTable } from './render-markdown-table.ts';

/** The reference of permissions: how they work, each permission, then the verdict on every API. */
export function permissionsGuide(): Guide {
  const guide = readGuide('permissions');
  return {
    ...guide,
    text: [
      guide.text,
      renderBundleScores(readBundleScores()),
      '## Every permission',
      ...permissions.map(renderPermission),
      '## What needs a person',
      'What these do can’t be told from the code. The same is true of every member of an API that is named nowhere on this page.',
      renderFamilies(({ is }) => is === 'unresolved'),
      '## What is followed',
      'What these are given, or what they give, decides. The analysis goes on there.',
      renderFamilies(({ is }) => is === 'followed'),
      '## What is harmless',
      'These need no permission.',
      renderFamilies(({ is }) => is === 'harmless'),
    ].join('\n\n'),
  };
}

function renderPermission(id: Permission): string {
  const { title, text, dangerous } = permissionTexts[id];
  return [
    `### ${title}`,
    `\`${id}\`${dangerous ? ', **dangerous**' : ''}`,
    text,
    renderFamilies(({ is }) => typeof is !== 'string' && is.includes(id)),
  ].join('\n\n');
}

/** What code reaches, the commands that it runs by their names, and the pages that it shows. */
const families: readonly ApiFamily[] = [
  ...apiFamilies,
  {
    title: 'Commands of VS Code',
    tables: [{ module: 'command', judgements: vscodeCommandNames }],
  },
  { title: 'Pages', tables: [pageApis] },
];

/** All verdicts that a test accepts, with their reasons. */
function renderFamilies(accepts: (judgement: ApiJudgement) => boolean): string {
  return families.flatMap((family) => renderFamily(family, accepts)).join('\n\n');
}

/** The verdicts of one family, to be opened; it needs no script. */
function renderFamily(family: ApiFamily, accepts: (judgement: ApiJudgement) => boolean): string[] {
  const lines = linesOf(family, accepts);
  if (lines.length === 0) return [];
  const count = lines.reduce((sum, { names }) => sum + names.length, 0);
  const counted = count === 1 ? '1 name' : `${formatNumber(count)} names`;
  const rows = lines.map(({ why, names }) => [why, names.map(code).join(' ')]);
  return [
    `<details class="docs-names">\n<summary>${family.title}${count === 0 ? '' : ` <span>${counted}</span>`}</summary>`,
    renderMarkdownTable(['Why', 'Names'], rows),
    '</details>',
  ];
}

/** Verdicts of a family; those with the same reason are one line. */
function linesOf(
  { tables }: ApiFamily,
  accepts: (judgement: ApiJudgement) => boolean,
): { why: string; names: string[] }[] {
  const lines = new Map<string, string[]>();
  for (const { module, judgements } of tables) {
    for (const { why, names } of judgements.filter(accepts)) {
      const shown = names
        .filter((name) => module === 'command' || !name.startsWith('_'))
        .map((name) => fullName(module, name));
      lines.set(why, [...(lines.get(why) ?? []), ...shown]);
    }
  }
  return [...lines].map(([why, names]) => ({ why, names: [...new Set(names)] }));
}

/** Names of the one module of a family, and of globals, stand for themselves. */
function fullName(module: string, name: string): string {
  if (/^(?:global|vscode|command|page|@.*)$/.test(module)) return name;
  return name === '*' ? module : `${module}.${name}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
