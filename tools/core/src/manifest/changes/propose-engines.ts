import { major, validRange } from 'semver';
import { orchestraVersion } from '../../orchestra-version.ts';
import type { Compat } from '../../schema/names.ts';
import type { Manifest } from '../manifest.ts';
import { isRecord } from '../read-json.ts';
import type { ManifestChange } from './manifest-change.ts';

/** Beside that of VS Code; where there are no engines at all, these come after what says what it is. */
const after = ['vscode', 'license', 'categories', 'description', 'version', 'name'];

/** The versions of the apps that run an extension: of Orchestra, and of VS Code where that is needed. */
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

/** Types of VS Code have the version of the API that they describe. */
function typesOf({ devDependencies }: Manifest['raw']): string | undefined {
  const range = isRecord(devDependencies) ? devDependencies['@types/vscode'] : undefined;
  return isRange(range) ? range : undefined;
}

function isRange(value: unknown): value is string {
  return typeof value === 'string' && validRange(value) !== null;
}
