import {
  asExtensionId,
  nameFew,
  type Problem,
  problem,
  readVscodeRelations,
  mostRelated,
} from '@orchestra/core';
import type { Check } from './check.ts';

/** Ids that a message names. */
const mostNamed = 5;

/** Checks the lists of other extensions in a VS Code manifest, and names those extensions. */
export const checkNeeded: Check = ({ manifest }) => {
  const relations = readVscodeRelations(manifest);
  if (manifest.compat !== 'vscode') return [];
  return [
    ...findWrong(manifest.raw, 'extensionDependencies'),
    ...findWrong(manifest.raw, 'extensionPack'),
    ...name('extensionDependencies', {
      ids: relations?.extensionDependencies ?? [],
      what: 'It needs others to work',
    }),
    ...name('extensionPack', {
      ids: relations?.extensionPack ?? [],
      what: 'It brings others along',
    }),
  ];
};

type Field = 'extensionDependencies' | 'extensionPack';

function name(field: Field, { ids, what }: { ids: readonly string[]; what: string }): Problem[] {
  if (ids.length === 0) return [];
  const path = `package.json#/${field}`;
  return [problem('extensions-needed', { path, message: `${what}: ${nameFew(ids, mostNamed)}` })];
}

function findWrong(raw: Readonly<Record<string, unknown>>, field: Field): Problem[] {
  const written = raw[field];
  if (written === undefined) return [];
  const path = `package.json#/${field}`;
  if (!Array.isArray(written)) {
    const message = `Expected a list of ids such as 'publisher.name'; found something else`;
    return [problem('extension-id-invalid', { path, message })];
  }
  if (written.length > mostRelated) {
    const message = `Expected at most ${mostRelated} extensions; found ${written.length}`;
    return [problem('extension-id-invalid', { path, message })];
  }
  return written.flatMap((one: unknown, at) => {
    if (asExtensionId(one) !== null) return [];
    const found = typeof one === 'string' ? `'${one.slice(0, 80)}'` : `a ${typeof one}`;
    const message = `Expected an id such as 'publisher.name'; found ${found}`;
    return [problem('extension-id-invalid', { path: `${path}/${at}`, message })];
  });
}
