import { problem, unsupportedFields } from '@orchestra/core';
import type { Check } from './check.ts';

/** Tells of fields of the manifest that add what Orchestra doesn't have. */
export const checkUnsupported: Check = ({ manifest }) =>
  unsupportedFields(manifest).map(({ feature, path }) =>
    problem('api-unsupported', {
      path: `package.json#/${path.join('/')}`,
      message: `Orchestra has no ${feature}`,
    }),
  );
