import { splitWords } from './split-words.ts';
import { letterMask, missingLetters } from './letter-mask.ts';
import { typingDistance } from './typing-distance.ts';
import type { WordEntry, WordIndex } from './word-index.ts';

/** Most typos in a suggestion; more than in a search, because nothing else was found. */
const mostTypos = 3;

/** Suggests a similar query whose words are in the index; null where none is similar. */
export function nearestWords(index: WordIndex, query: string): string | null {
  const words = splitWords(query).map((word) => nearest(index, word) ?? '');
  const known = words.filter((word) => word !== '');
  return known.length === 0 ? null : known.join(' ');
}

/** The nearest word of the index; of several, the one in most extensions. */
function nearest(index: WordIndex, typed: string): string | undefined {
  const most = Math.min(mostTypos, Math.floor(typed.length / 2));
  const mask = letterMask(typed);
  let best: { entry: WordEntry; distance: number } | null = null;
  for (const entry of index.entries) {
    if (missingLetters(mask, entry.mask) > most) continue;
    const distance = typingDistance(typed, entry.word, most).whole;
    if (distance > most) continue;
    const nearer =
      best === null ||
      distance < best.distance ||
      (distance === best.distance && entry.items.length > best.entry.items.length);
    if (nearer) best = { entry, distance };
  }
  return best?.entry.word;
}
