import { type Config, type IndexVersion, packageUrl } from '@orchestra/core';
import type { VersionRow } from './page-data.ts';

/** What each engine is called. */
const engineNames: Readonly<Record<string, string>> = {
  orchestra: 'Orchestra',
  vscode: 'VS Code',
  raycast: 'Raycast',
};

/** A row of the versions table. */
export function makeVersionRow(
  version: IndexVersion,
  of: { name: string; config: Config },
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
  };
}
