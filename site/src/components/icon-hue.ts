/** How many hues there are: `tile-hue-0` and so on in the style sheet. */
const hues = 12;

/** The number of a hue that a name always gets: extensions without an icon can still be told apart. */
export function iconHue(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hash % hues;
}
