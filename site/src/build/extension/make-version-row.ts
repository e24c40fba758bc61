import { type Config, type IndexVersion, packageUrl } from '@orchestra/core';
import { permissionChange } from './permission-change.ts';
import type { VersionRow } from '../page-data/extension-page.ts';

/** Display names of engines. */
const engineNames: Readonly<Record<string, string>> = {
  orchestra: 'Orchestra',
  vscode: 'VS Code',
  raycast: 'Raycast',
};

/** Makes a row of the versions table. @param of.versions all versions, newest first */
export function makeVersionRow(
  version: IndexVersion,
  of: { name: string; config: Config; versions: readonly IndexVersion[] },
): VersionRow {
  return {
    version: version.version,
    preRelease: version.version.includes('-'),
    publishedAt: version.publishedAt,
    size: version.size,
    unpackedSize: version.unpackedSize,
    status: version.status,
    reason: version.reason ?? null,
    engines: Object.entries(version.engines)
      .filter(([engine]) => Object.hasOwn(engineNames, engine))
      .map(([engine, range]) => `${engineNames[engine] ?? engine} ${range}`),
    sha256: version.sha256,
    packageUrl: packageUrl(of.config, { name: of.name, version: version.version }),
    permissionChange: permissionChange(version, of.versions),
    provenance: Object.entries(version.provenance ?? {}).map(([fact, value]) => ({
      fact,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  };
}
