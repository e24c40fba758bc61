import XMLBuilder from 'fast-xml-builder';
import { xmlText } from './xml-text.ts';

/**
 * An XML tree: elements by name. An array means several elements, `@name` an attribute, `#text` the text of
 * an element.
 */
export type XmlTree = { readonly [name: string]: XmlNode | readonly XmlNode[] | undefined };
type XmlNode = string | XmlTree;

/** Renders an XML document. All text is escaped. */
export function renderXml(tree: XmlTree): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(tree)}`;
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  format: true,
  indentBy: ' ',
  tagValueProcessor: (_name, value) => xmlText(String(value)),
  attributeValueProcessor: (_name, value) => xmlText(String(value)),
});
