import { type Config, defaultLimits } from '@orchestra/core';

/** The config.json of a registry in a test. */
export const testConfig: Config = {
  format: 1,
  name: 'Test registry',
  index: 'http://127.0.0.1:4400/index',
  packages: 'http://127.0.0.1:4400/packages',
  docs: 'http://127.0.0.1:4400/docs-files',
  api: 'http://127.0.0.1:4400/api/v1',
  site: 'http://127.0.0.1:4400',
  publish: { via: 'api' },
  limits: defaultLimits,
};
