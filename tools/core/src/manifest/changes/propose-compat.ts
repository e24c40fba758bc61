import type { Compat } from '../../schema/names.ts';
import type { Manifest } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';

/** Proposes to declare `compat`, so that it need not be inferred. */
export function proposeCompat({ raw }: Manifest, kind: Compat): ManifestChange[] {
  if (raw['compat'] === kind) return [];
  const app = { native: 'Orchestra', raycast: 'Raycast', vscode: 'VS Code' }[kind];
  const after = ['engines', 'version', 'license', 'description', 'name'];
  return [{ path: ['compat'], value: kind, after, reason: `it is written for ${app}` }];
}
