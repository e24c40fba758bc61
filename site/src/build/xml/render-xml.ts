import XMLBuilder from 'fast-xml-builder';
import { xmlText } from './xml-text.ts';

/** Elements by name; an array is as many elements, `@name` an attribute, `#text` what is between tags. */
export type XmlTree = { readonly [name: string]: XmlNode | readonly XmlNode[] | undefined };
type XmlNode = string | XmlTree;

/** Writes an XML document. Every text is escaped, whoever wrote it. */
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
