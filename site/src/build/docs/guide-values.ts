import type { Config } from '@orchestra/core';
import { formatBytes } from '../../texts/format-bytes.ts';

/** What stands for `{{name}}` in a guide: facts of the registry whose site it is. */
export type GuideValues = Readonly<Record<string, string>>;

/** The facts that guides speak of. */
export function guideValues({ name, site, api, publish, limits }: Config): GuideValues {
  const repository = publish.via === 'pull-request' ? publish.repository : '';
  return {
    registry: name,
    site,
    api: api ?? '',
    openapi: api === null ? '' : new URL('/openapi.json', api).href,
    repository,
    reportUrl: `https://github.com/${repository}/issues/new`,
    packed: formatBytes(limits.packedBytes),
    unpacked: formatBytes(limits.unpackedBytes),
    files: limits.entries.toLocaleString('en'),
  };
}
