import type { Compat } from '../../schema/names.ts';
import type { Manifest } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';

/** Says which API an extension is written for, so that nothing needs to be inferred. */
export function proposeCompat({ raw }: Manifest, kind: Compat): ManifestChange[] {
  if (raw['compat'] === kind) return [];
  const app = { native: 'Orchestra', raycast: 'Raycast', vscode: 'VS Code' }[kind];
  const after = ['engines', 'version', 'license', 'description', 'name'];
  return [{ path: ['compat'], value: kind, after, reason: `it is written for ${app}` }];
}
