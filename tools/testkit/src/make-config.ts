import { type Config, defaultLimits } from '@orchestra/core';

const home = 'http://127.0.0.1:4400';

/** A configuration with everything at one address, which nothing needs to answer. */
export function makeConfig(facts: Partial<Config> = {}): Config {
  return {
    format: 1,
    name: 'Test registry',
    index: `${home}/index`,
    packages: `${home}/packages`,
    docs: `${home}/docs`,
    api: `${home}/api/v1`,
    site: home,
    publish: { via: 'api' },
    limits: defaultLimits,
    ...facts,
  };
}
