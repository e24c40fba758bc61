import { problem, vscodeApiVersion } from '@orchestra/core';
import { gt, minVersion, validRange } from 'semver';
import type { Check } from './check.ts';

/** Checks that a VS Code-compatible extension doesn't need a newer API than the app has. */
export const checkVscodeApi: Check = ({ manifest }) => {
  const range = manifest.engines['vscode'];
  if (manifest.compat !== 'vscode' || range === undefined) return [];
  // `checkEngines` reports what is no range
  if (range.length > 200 || validRange(range) === null) return [];
  const oldest = minVersion(range);
  if (oldest === null || !gt(oldest, vscodeApiVersion)) return [];
  const message = `It needs VS Code ${range}; Orchestra has the API of VS Code ${vscodeApiVersion}`;
  return [problem('vscode-api-newer', { path: 'package.json#/engines/vscode', message })];
};
