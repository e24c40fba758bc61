/** A hue from 0 to 359 that a name always gets: extensions without an icon can still be told apart. */
export function iconHue(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (hash * 47) % 360;
}
