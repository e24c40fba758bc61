import { type Config, defaultLimits } from '@orchestra/core';

/**
 * The `config.json` of a registry that runs in one process.
 *
 * @param origin `http://127.0.0.1:4400`
 */
export function localConfig(origin: string): Config {
  return {
    format: 1,
    name: 'Local registry',
    index: `${origin}/index`,
    packages: `${origin}/packages`,
    docs: `${origin}/docs-files`,
    api: `${origin}/api/v1`,
    site: origin,
    publish: { via: 'api' },
    limits: defaultLimits,
  };
}
