import {
  type Analysis,
  defaultLimits,
  locateField,
  type Manifest,
  parseManifest,
  type Permission,
  type UnsupportedUse,
  unsupportedFields,
} from '@orchestra/core';
import { checkPackage } from '@orchestra/packaging';
import { analyzePackage } from '@orchestra/code-analysis/node';
import { changeForeign } from './change-foreign.ts';
import { type Conversion, type FoundCode, isAllFound } from './conversion.ts';
import { listTodo } from './list-todo.ts';
import { readForeignCode, type ReadCode } from './read-foreign-code.ts';
import { readForeign } from './read-foreign.ts';

/**
 * Plans how to make an extension of another app publishable. Writes nothing.
 *
 * @param directory absolute path of its folder
 * @param options.name a valid name to give it, whatever its manifest says
 * @throws RegistryError `usage`, `file-unreadable`, `bundler-failed`, or `problems-found` for a manifest that
 *   can't be read
 */
export async function planConversion(
  directory: string,
  { name }: { name?: string | undefined } = {},
): Promise<Conversion> {
  const foreign = await readForeign(directory);
  const { nls } = foreign;
  const undeclared = changeForeign(foreign, { used: null, name }).text;
  const named = parseManifest(undeclared, { nls }).manifest ?? foreign.manifest;
  const code = await readForeignCode(directory, { text: undeclared, manifest: named, nls });
  const analysis = await analyze(code);
  const used = analysis === null ? null : permissionsOf(analysis, code.found);
  const { text, changes } = changeForeign(foreign, { used, name });
  const { manifest, problems } = parseManifest(text, { nls });
  const converted = manifest ?? foreign.manifest;
  const unsupported = [...inManifest(converted, text), ...(analysis?.unsupported ?? [])];
  const checked = checkPackage({
    ...code,
    analysis: analysis ?? nothing,
    limits: defaultLimits,
    reservedNames: new Set(),
    origin: 'folder',
  });
  const todo = listTodo({
    code: code.found,
    analysis,
    unsupported,
    manifest: converted.raw,
    problems: [...problems, ...code.problems, ...checked],
  });
  return {
    foreign,
    text,
    manifest: { ...converted.raw },
    changes,
    code: code.found,
    analysis,
    unsupported,
    todo,
  };
}

/** The permissions that the code uses; null where none were found and not all of it was read. */
function permissionsOf(
  { permissions, unresolved }: Analysis,
  found: FoundCode,
): Permission[] | null {
  const isWhole = isAllFound(found) && unresolved.every(({ reason }) => reason !== 'over-limit');
  if (permissions.length === 0 && !isWhole) return null;
  return permissions.map(({ permission }) => permission);
}

const nothing: Analysis = { format: 1, permissions: [], unresolved: [], unsupported: [] };

/** Analyses the code; null where it is missing or can't be bundled. */
async function analyze({ found, files, manifest }: ReadCode): Promise<Analysis | null> {
  const isThere = found.from === 'package' || found.from === 'source';
  return isThere ? analyzePackage({ files, manifest }) : null;
}

function inManifest(manifest: Manifest, text: string): UnsupportedUse[] {
  return unsupportedFields(manifest).map(({ feature, path }) => ({
    feature,
    call: path.filter((part) => typeof part === 'string').join('.'),
    place: { file: 'package.json', ...locateField(text, path) },
  }));
}
