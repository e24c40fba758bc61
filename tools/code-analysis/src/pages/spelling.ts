import { expand, isPlain, marks } from './marks.ts';

/** Any part of a constant text: of one with more than plain words, it may be the part of an address. */
export function pieceOf(text: string): string {
  return isPlain(text) ? marks.own : marks.made;
}

/** Parts of which an address, a picture or a tag can be put together. */
const spells = /<[^>]*$|:\/|\/\/|!\[[^\]]*$|\]\($|^h?ttps?:?$|^[:/!<([.]+$/i;

/** A text that is repeated in an order nobody can read: what its alternatives may spell isn't known. */
export function spelled(text: string): string {
  const rest = withoutLinks(text);
  const alternatives = [...rest.matchAll(/\f[ \t]\f([^\f]*)(?=\f[\t\n]\f)/g)];
  // an exclamation mark makes a picture of the link behind it
  const isLink = text.includes('[');
  return alternatives.some(([, each = '']) => spells.test(each) || (isLink && each.endsWith('!')))
    ? text + marks.made
    : text;
}

/** A link of Markdown that is whole, whatever its alternatives are: it is part of nothing but a picture. */
const link = /(^|[^!\\])\[([^\][<!\\]*)\]\(([^()<>[\]!\\]*)\)/g;

function withoutLinks(text: string): string {
  return text.replace(link, (whole, before: string, name: string, address: string) => {
    const parts = address.split(/\f[ \t\n]\f/);
    const isWhole =
      isBalanced(name) && isBalanced(address) && !parts.some((part) => /\s/.test(part));
    return isWhole ? `${before}-` : whole;
  });
}

/** True where all alternatives that begin in a part of a text end in it. */
function isBalanced(text: string): boolean {
  const depths = [...text.matchAll(/\f([ \n])\f/g)].map(([, mark]) => (mark === ' ' ? 1 : -1));
  let depth = 0;
  return depths.every((each) => (depth += each) >= 0) && depth === 0;
}

/** Ends of a text that what follows it goes on with. */
const openEnd = /!$|!?\[[^\]]*$|!\[[^\]]*\](?:\([^)]*)?$|<[^>]*$/;

/**
 * A text that is repeated any number of times: twice, where the end of one and the start of the next may make
 * something together that neither is by itself.
 */
export function repeated(text: string): string[] {
  // of too many alternatives, where each of their parts ends
  const ends = expand(text) ?? [text.replaceAll('\f', ''), ...text.split(/\s*\f[ \t\n]\f/)];
  const isOpen = ends.some((each) => openEnd.test(each));
  return isOpen ? [text, text] : [text];
}

/** Elements of a list with a text between them, which may be more than are known. */
export function joined(elements: readonly string[], by: string): string {
  const [only, ...others] = elements;
  const isOpen = only !== undefined && others.length === 0 && /[!<[(]/.test(by);
  return (isOpen ? [only, only] : elements).join(by);
}
