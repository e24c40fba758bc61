import { type Config, formatBytes } from '@orchestra/core';

/** Values for `{{name}}` in guides: facts about the registry. */
export type GuideValues = Readonly<Record<string, string>>;

/** Makes the values for guides from a registry's configuration. */
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
