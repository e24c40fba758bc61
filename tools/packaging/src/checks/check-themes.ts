import { findThemeFiles, problem, themePaths } from '@orchestra/core';
import type { Check } from './check.ts';
import { decodeText } from './text-lines.ts';

/** Checks that the icons, fonts and themes that a theme refers to are in the package. */
export const checkThemes: Check = ({ manifest, files }) =>
  themePaths(manifest.raw['contributes']).flatMap((path) => {
    const text = decodeText(files.get(path) ?? new Uint8Array());
    const missing = findThemeFiles(text ?? '', { path }).filter((file) => !files.has(file));
    return missing.map((file) => {
      const message = `The theme points at '${file}', which is not in the package`;
      return problem('file-missing', { path, message, severity: 'warning' });
    });
  });
