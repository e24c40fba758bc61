import { readJson } from '@orchestra/core';
import { plainText } from './marks.ts';

/**
 * All texts in JSON; null where it is no JSON.
 *
 * @param most how many are looked for
 */
export function stringsIn(text: string, most = 2000): string[] | null {
  const found = new Set<string>();
  // any value, not only an object
  const { value: whole } = readJson(`{"all":${text}}`, { path: '' });
  if (whole === null) return null;
  const waiting: unknown[] = [whole];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string') found.add(plainText(value));
    else if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value)) if (each !== undefined) waiting.push(each);
    }
    if (found.size > most) break;
  }
  return [...found];
}
