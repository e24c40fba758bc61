import { isRecord, type Manifest } from '@orchestra/core';
import type { VscodeFacts } from '@orchestra/sandbox';
import type { RunnableProject } from './read-runnable-project.ts';

/**
 * What runs of an extension for VS Code: an entry that hands its own to the app, which makes a context for it.
 *
 * @param file the entry, relative to the folder
 */
export function readVscode(
  { name, raw }: Manifest,
  file: string,
): Pick<RunnableProject, 'kind' | 'entry' | 'entryCode' | 'contributes'> {
  const publisher = typeof raw['publisher'] === 'string' ? raw['publisher'] : 'undefined_publisher';
  const facts: VscodeFacts = { id: `${publisher}.${name}`, packageJSON: { ...raw } };
  return {
    kind: 'vscode',
    entry: 'main of package.json',
    entryCode: [
      `import { startExtension } from 'orchestra:vscode';`,
      `import * as extension from ${JSON.stringify(`./${file}`)};`,
      `export const { activate, deactivate } = startExtension(${JSON.stringify(facts)}, extension);`,
    ].join('\n'),
    contributes: withSettings(raw['contributes']),
  };
}

/** Settings may be in several groups; those of all are one. */
function withSettings(contributes: unknown): unknown {
  if (!isRecord(contributes) || !Array.isArray(contributes['configuration'])) return contributes;
  const groups = contributes['configuration'].filter((one: unknown) => isRecord(one));
  const properties = groups.map((one) => one['properties']).filter((one) => isRecord(one));
  return { ...contributes, configuration: { properties: Object.assign({}, ...properties) } };
}
