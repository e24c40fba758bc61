import { nameProblems } from '@orchestra/core';
import type { Check } from './check.ts';

/** The name is one that the registry can take. */
export const checkName: Check = ({ manifest, reservedNames }) =>
  nameProblems(manifest.name, { path: 'package.json#/name', reservedNames });
