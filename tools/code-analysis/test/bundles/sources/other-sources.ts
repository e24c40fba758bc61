import type { BundleSource } from '../bundle-source.ts';
import { source } from '../bundle-source.ts';

/** Raycast's commands, Orchestra's own API, and code that nobody can tell by reading it. */
export const otherSources: BundleSource[] = [
  source(
    'raycast-component',
    {
      'main.tsx': `import { Action, ActionPanel, List } from '@raycast/api';
import { useState } from 'react';
export default function Command() {
  const [items] = useState(['high', 'low']);
  return (
    <List>
      {items.map((item) => (
        <List.Item
          key={item}
          title={item}
          actions={<ActionPanel><Action.CopyToClipboard content={item} /></ActionPanel>}
        />
      ))}
    </List>
  );
}
`,
    },
    ['clipboard'],
  ),
  source(
    'raycast-command',
    {
      'main.ts': `import { Clipboard, showToast, Toast } from '@raycast/api';
export default async function main() {
  await Clipboard.copy('a');
  await showToast({ style: Toast.Style.Success, title: 'Copied' });
}
`,
    },
    ['clipboard', 'notifications'],
  ),
  source(
    'raycast-nothing',
    {
      'main.tsx': `import * as api from '@raycast/api';
const { Detail } = api;
export default () => <Detail markdown="# Tide" />;
`,
    },
    [],
  ),
  source(
    'orchestra',
    {
      'main.ts': `import { network, ui } from '@orchestra/api';
import * as git from './git.js';
export async function activate() {
  await network.fetch('https://localhost');
  ui.showInputBox({});
  return git.status();
}
`,
      'git.ts':
        "import { workspace } from '@orchestra/api';\nexport const status = () => workspace.git.status();\n",
    },
    ['git', 'network'],
  ),
  {
    name: 'computed-name',
    files: {
      'main.ts':
        "import * as fs from 'node:fs';\nexport const call = (name: string) => (fs as any)[name]('a');\n",
    },
    needs: [],
    unresolved: true,
  },
  {
    name: 'computed-module',
    files: { 'main.js': 'export const load = (name) => import(/* webpackIgnore: true */ name);\n' },
    needs: [],
    unresolved: true,
  },
  {
    name: 'evaluated',
    files: { 'main.js': "export const run = (code) => new Function('a', code)(1);\n" },
    needs: [],
    unresolved: true,
  },
];
