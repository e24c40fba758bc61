import { isPlain, marks } from './marks.ts';

/** Any part of a constant text: of one with more than plain words, it may be the part of an address. */
export function pieceOf(text: string): string {
  return isPlain(text) ? marks.own : marks.made;
}

/** Parts of which an address, a picture or a tag can be put together. */
const spells = /<[^>]*$|:\/|\/\/|!\[[^\]]*$|\]\($|^h?ttps?:?$|^[:/!<([.]+$/i;

/** A text that is repeated in an order nobody can read: what its alternatives may spell isn't known. */
export function spelled(text: string): string {
  const alternatives = [...text.matchAll(/\f[ \t]\f([^\f]*)(?=\f[\t\n]\f)/g)];
  return alternatives.some(([, each = '']) => spells.test(each)) ? text + marks.made : text;
}
