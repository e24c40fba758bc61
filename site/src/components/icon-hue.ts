/** Number of hues: `tile-hue-0` and so on in the style sheet. */
const hues = 12;

/** The hue of a name, always the same, to distinguish extensions without an icon. */
export function iconHue(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hash % hues;
}
