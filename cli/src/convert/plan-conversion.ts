import {
  type Analysis,
  defaultLimits,
  isUnread,
  locateField,
  type Manifest,
  parseManifest,
  type Permission,
  permissions,
  type UnsupportedUse,
  unsupportedFields,
} from '@orchestra/core';
import { checkPackage } from '@orchestra/packaging';
import { analyzePackage } from '@orchestra/code-analysis/node';
import { changeForeign } from './change-foreign.ts';
import { type Conversion, type FoundCode, isAllFound } from './conversion.ts';
import { findLacking } from './find-lacking.ts';
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
  const used =
    analysis === null
      ? null
      : permissionsOf(analysis, { ...code, declared: foreign.manifest.permissions });
  const facts = { analysis, code: code.found };
  const isWhole = findLacking({ ...facts, manifest: { permissions: used } }) === null;
  const { text, changes } = changeForeign(foreign, { used, isWhole, name });
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
  const lacking = findLacking({ ...facts, manifest: converted.raw });
  const todo = listTodo({
    code: code.found,
    analysis,
    lacking,
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
    lacking,
    todo,
  };
}

/**
 * The permissions that the code uses, and those of the declared ones that it may use where it couldn't be
 * told; null where there are none and not all of it was read.
 */
function permissionsOf(
  { permissions: used, unresolved }: Analysis,
  { found, declared }: { found: FoundCode; declared: readonly string[] },
): Permission[] | null {
  const isWhole = isAllFound(found) && !unresolved.some(isUnread);
  const known = new Set(used.map(({ permission }) => permission));
  const maybe = new Set(
    isAllFound(found) ? unresolved.flatMap((code) => code.permissions) : permissions,
  );
  const kept = permissions.filter(
    (one) => known.has(one) || (declared.includes(one) && maybe.has(one)),
  );
  return kept.length === 0 && !isWhole ? null : kept;
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
