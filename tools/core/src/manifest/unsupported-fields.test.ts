import { expect, test } from 'vitest';
import { parseManifest } from './parse-manifest.ts';
import { unsupportedFields } from './unsupported-fields.ts';

test.each<[object, string[]]>([
  [{ engines: { vscode: '*' }, contributes: { commands: [], constructor: [] } }, []],
  [
    {
      engines: { vscode: '*' },
      contributes: { customEditors: [], notebooks: [], authentication: [] },
      enabledApiProposals: ['chat'],
      extensionDependencies: ['p.base'],
      extensionPack: ['p.other'],
    },
    [
      'custom editors contributes/customEditors',
      'notebooks contributes/notebooks',
      'authentication contributes/authentication',
      'proposed APIs enabledApiProposals',
    ],
  ],
  [
    {
      commands: [{ mode: 'view' }, { mode: 'menu-bar' }],
      platforms: ['macOS'],
      tools: [{ name: 'look' }],
    },
    ['menu bar extras commands/1/mode', 'tools for AI tools'],
  ],
  [{ compat: 'native', contributes: { customEditors: [] } }, []],
])('unsupportedFields() of %j', (fields, expected) => {
  const { manifest } = parseManifest(JSON.stringify(fields));
  const found = manifest === null ? null : unsupportedFields(manifest);
  expect(found?.map(({ feature, path }) => `${feature} ${path.join('/')}`)).toEqual(expected);
});
