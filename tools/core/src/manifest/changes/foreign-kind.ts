import type { Compat } from '../../schema/names.ts';
import type { Manifest } from '../manifest.ts';
import { isRecord } from '../read-json.ts';

/**
 * The other app that an extension was written for; null for an extension of Orchestra. Knows more signs than
 * parsing does when it infers `compat`, because here the manifest can still be corrected.
 */
export function foreignKind({ compat, engines, raw }: Manifest): Exclude<Compat, 'native'> | null {
  if (compat !== 'native') return compat;
  if (raw['compat'] === 'native' || engines['orchestra'] !== undefined) return null;
  if (hasDependency(raw, '@raycast/api') || isRaycastSchema(raw['$schema'])) return 'raycast';
  const isOfEditor = hasDependency(raw, '@types/vscode') || Array.isArray(raw['activationEvents']);
  return isOfEditor || isRecord(raw['contributes']) ? 'vscode' : null;
}

function hasDependency(raw: Manifest['raw'], name: string): boolean {
  return ['dependencies', 'devDependencies', 'peerDependencies'].some((kind) => {
    const dependencies = raw[kind];
    return isRecord(dependencies) && Object.hasOwn(dependencies, name);
  });
}

function isRaycastSchema(schema: unknown): boolean {
  return typeof schema === 'string' && /^https:\/\/(?:www\.)?raycast\.com\//.test(schema);
}
