/** Most characters that entities are written out to. */
const mostCharacters = 16 * 1024 * 1024;

/** Most entities inside of each other. */
const mostDepth = 8;

/**
 * Writes out the entities that a text of XML declares, as a browser reads a file of SVG, and its style sheets as
 * elements. A text without any is the same.
 *
 * Sources: https://www.w3.org/TR/xml/#sec-entity-decl, https://www.w3.org/TR/xml-stylesheet/
 *
 * @returns null where they are more than is read
 */
export function plainXml(text: string): string | null {
  const written = withEntities(text);
  return (
    written?.replaceAll(
      /<\?xml-stylesheet\s([^?>]*)\?>/g,
      (whole, attributes: string) => `${whole}<link rel="stylesheet" ${attributes}>`,
    ) ?? null
  );
}

function withEntities(text: string): string | null {
  const found = [...text.matchAll(/<!ENTITY\s+(%\s+)?([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')/g)];
  if (found.length === 0) return text;
  // those with a percent sign declare others
  if (found.some(([, percent]) => percent !== undefined)) return null;
  const entities = new Map(
    found.map(([, , name = '', double, single]) => [name, double ?? single ?? '']),
  );
  const longest = Math.max(...entities.values().map((value) => value.length));
  let written = text.replaceAll(/<!ENTITY[^>]*>/g, '');
  for (let depth = 0; depth < mostDepth; depth++) {
    const before = written;
    const count = before.split('&').length;
    if (count * longest > mostCharacters) return null;
    written = before.replaceAll(
      /&([\w.:-]+);/g,
      (whole, name: string) => entities.get(name) ?? whole,
    );
    if (written === before) return written;
  }
  return null;
}
