import parseSpdx from 'spdx-expression-parse';
import { problem } from '@orchestra/core';
import type { Check } from './check.ts';
import { findLicense } from './find-documents.ts';
import { nameLicense } from './name-license.ts';
import { decodeText } from './text-lines.ts';

/** Checks that the licence is an SPDX expression, and that its text is in the package. */
export const checkLicense: Check = ({ manifest, files }) => {
  const { license } = manifest;
  const path = 'package.json#/license';
  if (license === undefined) {
    const text = findLicense(files.keys());
    const bytes = text === undefined ? undefined : files.get(text);
    const name = bytes && nameLicense(decodeText(bytes) ?? '');
    const hint = name && `Add "license": "${name}", as ${text} says.`;
    const message = 'Expected a licence; found none';
    return [problem('license-missing', { path, message, ...(hint ? { hint } : {}) })];
  }
  const file = /^SEE LICEN[SC]E IN (.+)$/i.exec(license)?.[1];
  if (file !== undefined) {
    if (files.has(file.replace(/^\.\//, ''))) return [];
    return [
      problem('file-missing', { path, message: `Expected the file '${file}'; it is not there` }),
    ];
  }
  if (license !== 'UNLICENSED' && !isSpdx(license)) {
    return [
      problem('license-invalid', {
        path,
        message: `Expected an SPDX expression; found '${license.slice(0, 80)}'`,
      }),
    ];
  }
  if (license === 'UNLICENSED' || findLicense(files.keys()) !== undefined) return [];
  return [problem('license-file-missing', { path: 'LICENSE', message: 'Expected a LICENSE file' })];
};

function isSpdx(expression: string): boolean {
  if (expression.length > 500) return false;
  try {
    parseSpdx(expression);
    return true;
  } catch {
    return false;
  }
}
