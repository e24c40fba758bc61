import { parse, valid } from 'semver';
import { problem } from '@orchestra/core';
import type { Check } from './check.ts';

/** Checks that there is a version, as semver without build metadata. */
export const checkVersion: Check = ({ manifest }) => {
  const { version, compat } = manifest;
  const path = 'package.json#/version';
  if (version === undefined) {
    return [
      problem('version-missing', {
        path,
        message:
          compat === 'raycast'
            ? 'Raycast manifests have no version, and a package needs one'
            : 'Expected a version; found none',
        ...(compat === 'raycast'
          ? { hint: 'Pack with --set-version 1.0.0, or add "version".' }
          : {}),
      }),
    ];
  }
  if (valid(version) === version && version.length <= 256) return [];
  const read = parse(version.trim(), { loose: true });
  return [
    problem('version-invalid', {
      path,
      message: `Expected semver without build metadata; found '${version.slice(0, 80)}'`,
      ...(read === null ? {} : { hint: `Write '${read.version}'.` }),
    }),
  ];
};
