import { type Config, defaultLimits } from '@orchestra/core';

const home = 'http://127.0.0.1:4400';

/** Where the registry of a test says that it is. */
export const testConfig: Config = {
  format: 1,
  name: 'Test registry',
  index: `${home}/index`,
  packages: `${home}/packages`,
  docs: `${home}/docs-files`,
  api: `${home}/api/v1`,
  site: home,
  publish: { via: 'api' },
  limits: defaultLimits,
};
