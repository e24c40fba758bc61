import { type SearchItem } from '../search-item.ts';
import { splitWords } from './split-words.ts';

/** The places of a word in an extension, as bits; more prominent places weigh more. */
export const places = { title: 1, tag: 2, publisher: 4, description: 8 } as const;

/** Every word of an extension, with its places. */
export function placesOf(item: SearchItem): Map<string, number> {
  const found = new Map<string, number>();
  const note = (words: Iterable<string>, place: number) => {
    for (const word of words) found.set(word, (found.get(word) ?? 0) | place);
  };
  for (const title of [item.name, item.displayName]) {
    const words = splitWords(title);
    note(words, places.title);
    note(joined(words), places.title);
  }
  for (const tag of [...item.tags, ...item.categories]) note(splitWords(tag), places.tag);
  for (const login of item.publishers) note(splitWords(login), places.publisher);
  note(splitWords(item.description), places.description);
  return found;
}

/** Neighbouring words of a title joined, so that gitlens finds Git Lens. */
function* joined(words: readonly string[]): Generator<string> {
  for (let at = 1; at < words.length; at += 1) yield `${words[at - 1] ?? ''}${words[at] ?? ''}`;
  if (words.length > 2) yield words.join('');
}
