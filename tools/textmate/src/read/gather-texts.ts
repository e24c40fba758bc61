import { findThemeFiles } from '@orchestra/core';
import { listContributions } from './contributions.ts';

/** The longest text that is read, in UTF-16 code units: as `findThemeFiles` of core. */
export const maxTextLength = 8 * 1024 * 1024;

/**
 * The texts that `contributes` names as themes, grammars, snippets and language configurations, and those that themes
 * are made of.
 *
 * @param read null for what isn't there, is no text or is too long
 */
export function gatherTexts(
  contributes: unknown,
  read: (path: string) => string | null,
): Map<string, string> {
  const texts = new Map<string, string>();
  const waiting = listContributions(contributes).flatMap(({ point, path }) =>
    path === null ? [] : [{ path, isTheme: point === 'themes' }],
  );
  for (const { path, isTheme } of waiting) {
    if (texts.has(path)) continue;
    const text = read(path);
    if (text === null || text.length > maxTextLength) continue;
    texts.set(path, text);
    if (!isTheme || !path.toLowerCase().endsWith('.json')) continue;
    for (const file of findThemeFiles(text, { path })) waiting.push({ path: file, isTheme: true });
  }
  return texts;
}
