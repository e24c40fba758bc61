import { major, validRange } from 'semver';
import { orchestraVersion } from '../../orchestra-version.ts';
import type { Compat } from '../../schema/names.ts';
import type { Manifest } from '../manifest.ts';
import { isRecord } from '../read-json.ts';
import type { ManifestChange } from './manifest-change.ts';

/**
 * Keys that `engines` is put after: best after `vscode`, otherwise after the fields that describe the
 * extension.
 */
const after = ['vscode', 'license', 'categories', 'description', 'version', 'name'];

/** Proposes `engines`: the version of Orchestra, and that of VS Code for an extension written for it. */
export function proposeEngines({ raw }: Manifest, kind: Compat): ManifestChange[] {
  const engines = isRecord(raw['engines']) ? raw['engines'] : {};
  const orchestra = `^${major(orchestraVersion)}.0.0`;
  const changes: ManifestChange[] = [];
  if (!isRange(engines['orchestra'])) {
    const reason = `it runs on Orchestra ${major(orchestraVersion)}`;
    changes.push({ path: ['engines', 'orchestra'], value: orchestra, after, reason });
  }
  if (kind === 'vscode' && !isRange(engines['vscode'])) {
    const reason = 'its API is that of a version of VS Code';
    changes.push({ path: ['engines', 'vscode'], value: typesOf(raw) ?? '*', after, reason });
  }
  if (raw['engines'] === undefined || isRecord(raw['engines'])) return changes;
  const value = Object.fromEntries(changes.map(({ path, value: range }) => [path[1], range]));
  return [{ path: ['engines'], value, reason: 'engines are ranges by the name of an app' }];
}

/** The version of `@types/vscode`, which is also the version of the API that it describes. */
function typesOf({ devDependencies }: Manifest['raw']): string | undefined {
  const range = isRecord(devDependencies) ? devDependencies['@types/vscode'] : undefined;
  return isRange(range) ? range : undefined;
}

function isRange(value: unknown): value is string {
  return typeof value === 'string' && validRange(value) !== null;
}
