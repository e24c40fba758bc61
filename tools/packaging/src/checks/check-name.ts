import { nameProblems } from '@orchestra/core';
import type { Check } from './check.ts';

/** Checks that the name has the right form and isn't reserved. */
export const checkName: Check = ({ manifest, reservedNames }) =>
  nameProblems(manifest.name, { path: 'package.json#/name', reservedNames });
