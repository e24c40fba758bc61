import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { notOfferedByNode } from '../guest/node/not-offered-members.ts';
import { nodeModules } from './node-modules.ts';

/**
 * Adds to the modules of Node what isn't offered of them, each as a function that tells so where it is called: by its
 * name, and as a member of the module's default.
 */
export const addNotOffered: Plugin = {
  name: 'add-not-offered',
  setup({ onLoad }) {
    const files = [...new Set(Object.values(nodeModules))];
    const filter = new RegExp(
      `/guest/node/(?:${files.join('|')})\\.ts$`.replaceAll('/', '[\\\\/]'),
    );
    onLoad({ filter }, async ({ path }) => {
      const file = basename(path, '.ts');
      return { contents: (await readFile(path, 'utf8')) + writeMissing(file), loader: 'ts' };
    });
  },
};

function writeMissing(file: string): string {
  const name = Object.entries(nodeModules).findLast(([, source]) => source === file)?.[0];
  const missing = notOfferedByNode
    .filter(({ module }) => module === name)
    .flatMap(({ members, instead }) => members.split(' ').map((member) => ({ member, instead })));
  if (missing.length === 0) return '';
  const made = missing.map(({ member, instead }) => {
    const args = [`${name}.${member}`, instead].map((text) => JSON.stringify(text)).join(', ');
    return `export const ${member} = __missing(${args});`;
  });
  return [
    `\nimport { missing as __missing } from './node-error.ts';`,
    `import __itself from './${file}.ts';`,
    ...made,
    `Object.assign(__itself, { ${missing.map(({ member }) => member).join(', ')} });`,
  ].join('\n');
}
