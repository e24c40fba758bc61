import { type Config, defaultLimits } from '@orchestra/core';

const home = 'http://127.0.0.1:4400';

/** The configuration of a registry that is measured. */
export const benchConfig: Config = {
  format: 1,
  name: 'Measured registry',
  index: `${home}/index`,
  packages: `${home}/packages`,
  docs: `${home}/docs`,
  api: `${home}/api/v1`,
  site: home,
  publish: { via: 'api' },
  limits: defaultLimits,
};
