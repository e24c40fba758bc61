import { type Node, parseTree } from 'jsonc-parser';
import { type JsonLayout, layoutOf, writeLine, writeLines } from './json-layout.ts';

/** An edit of one field of a manifest. */
export interface ManifestEdit {
  /** Keys and positions that lead to the value. */
  path: readonly (string | number)[];
  /** The new value; undefined removes the field. */
  value: unknown;
  /** Keys that a new field is put after: the first of them that exists. Otherwise it is put last. */
  after?: readonly string[];
}

/**
 * Edits a manifest's text and leaves everything else unchanged: key order, indentation, line breaks and byte
 * order mark. Of a duplicate key, the last is edited, which is the one that parsers read.
 *
 * @param text a JSON object, nested no deeper than the manifest's limit
 */
export function editManifest(text: string, edits: readonly ManifestEdit[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + edits.reduce(editField, text.slice(mark.length));
}

function editField(text: string, edit: ManifestEdit): string {
  const { path, value } = edit;
  let node = parseTree(text);
  for (const [depth, key] of path.entries()) {
    const parent = node;
    if (parent === undefined) return text;
    node = childOf(parent, key);
    if (node === undefined) {
      const rest = path.slice(depth + 1);
      const whole = rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
      return value === undefined ? text : insert(text, { ...edit, parent, key, value: whole });
    }
    if (depth === path.length - 1 && value === undefined) return remove(text, { parent, key });
  }
  return node === undefined ? text : replace(text, { node, value });
}

function childOf(parent: Node, key: string | number): Node | undefined {
  if (parent.type === 'array') return parent.children?.[Number(key)];
  return parent.children?.findLast((property) => isNamed(property, key))?.children?.[1];
}

function isNamed(property: Node, key: string | number): boolean {
  return property.children?.[0]?.value === key;
}

/** Replaces a value. A list or object stays on one line or on several, as it was. */
function replace(text: string, { node, value }: { node: Node; value: unknown }): string {
  const written = text.slice(node.offset, endOf(node));
  const isFilled = (node.children ?? []).length > 0;
  const layout = layoutOf(text);
  const content =
    layout === null || (isFilled && !written.includes('\n'))
      ? writeLine(value)
      : writeLines(value, { ...layout, before: lineIndent(text, node.offset) });
  return splice(text, { start: node.offset, end: endOf(node), content });
}

function insert(
  text: string,
  field: { parent: Node; key: string | number; value: unknown; after?: readonly string[] },
): string {
  const { parent, key, value, after = [] } = field;
  if (parent.type !== 'object') return text;
  const properties = parent.children ?? [];
  const [first] = properties;
  if (first === undefined) return replace(text, { node: parent, value: { [key]: value } });
  const named = after.map((name) => properties.findLast((one) => isNamed(one, name)));
  const start = endOf(named.find((one) => one !== undefined) ?? properties.at(-1) ?? first);
  const layout = layoutOf(text);
  const name = JSON.stringify(key);
  const isInLines = text.slice(parent.offset, first.offset).includes('\n');
  const before = lineIndent(text, first.offset);
  const content =
    layout === null || !isInLines
      ? `, ${name}: ${writeLine(value)}`
      : `,${layout.eol}${before}${name}: ${writeAlike(value, { ...layout, text, properties, before })}`;
  return splice(text, { start, end: start, content });
}

/** Writes a list on one line where the first of the neighbouring lists is on one line. */
function writeAlike(
  value: unknown,
  by: JsonLayout & { text: string; properties: readonly Node[]; before: string },
): string {
  const lists = by.properties.flatMap(({ children }) => children?.[1] ?? []);
  const list = lists.find(({ type, children }) => type === 'array' && children?.length !== 0);
  const isLine = list !== undefined && !by.text.slice(list.offset, endOf(list)).includes('\n');
  return Array.isArray(value) && isLine ? writeLine(value) : writeLines(value, by);
}

/**
 * Removes every property of that name. Removing only the last of duplicates would make the first one count.
 */
function remove(text: string, { parent, key }: { parent: Node; key: string | number }): string {
  const children = parent.children ?? [];
  const goes = (child: Node, at: number) =>
    parent.type === 'array' ? at === Number(key) : isNamed(child, key);
  const last = children.findLastIndex((child, at) => !goes(child, at));
  let kept = '';
  let from = 0;
  for (const [at, child] of children.slice(0, last).entries()) {
    if (!goes(child, at)) continue;
    kept += text.slice(from, child.offset);
    from = children[at + 1]?.offset ?? from;
  }
  const end = children[last];
  const tail = children.at(-1);
  if (tail === undefined || end === tail) return kept + text.slice(from);
  return `${kept}${text.slice(from, end === undefined ? parent.offset + 1 : endOf(end))}${text.slice(endOf(tail))}`;
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

function lineIndent(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';
}

function splice(
  text: string,
  { start, end, content }: { start: number; end: number; content: string },
): string {
  return text.slice(0, start) + content + text.slice(end);
}
