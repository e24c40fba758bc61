import {
  type PermissionCalls,
  permissionCalls,
  permissions,
  type Permission,
  permissionTexts,
} from '@orchestra/core';
import type { Guide } from './guide.ts';
import { readGuide } from './read-guide.ts';
import { renderBundleScores } from './render-bundle-scores.ts';
import { readBundleScores } from './reference-files.ts';
import { renderMarkdownTable } from './render-markdown-table.ts';

/** The reference of permissions: how they work, then each permission. */
export function permissionsGuide(): Guide {
  const guide = readGuide('permissions');
  const each = permissions.map(renderPermission);
  return {
    ...guide,
    text: [guide.text, renderBundleScores(readBundleScores()), '## Every permission', ...each].join(
      '\n\n',
    ),
  };
}

function renderPermission(id: Permission): string {
  const { title, text, dangerous } = permissionTexts[id];
  const rows = Object.entries(permissionCalls[id])
    .filter(([, calls]) => calls.length > 0)
    .map(([api, calls]) => [apiTitles.get(api) ?? api, calls.map(code).join(' ')]);
  return [
    `### ${title}`,
    `\`${id}\`${dangerous ? ', **dangerous**' : ''}`,
    text,
    renderMarkdownTable(['API', 'Needed by'], rows),
  ].join('\n\n');
}

const apiTitles = new Map<string, string>(
  Object.entries({
    orchestra: 'Orchestra',
    raycast: 'Raycast',
    vscode: 'VS Code',
    node: 'Node',
    global: 'Everywhere',
  } satisfies Record<keyof PermissionCalls, string>),
);

function code(text: string): string {
  return `\`${text}\``;
}
