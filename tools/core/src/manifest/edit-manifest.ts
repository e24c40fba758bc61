import { applyEdits, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';

/** Another value for a field of a manifest. */
export interface ManifestEdit {
  /** Keys and positions that lead to the value. */
  path: readonly (string | number)[];
  /** Undefined takes the field out. */
  value: unknown;
  /** Keys after which a new field is put: the first of them that is there; else it comes last. */
  after?: readonly string[];
}

/**
 * The text of a manifest with other values in it, and otherwise to the letter as it is: order of the
 * keys, indentation, line breaks and byte order mark. Of a key that stands twice, and of which only
 * the last is ever read, one is left.
 *
 * @param text a JSON object, nested no deeper than the manifest's limit
 */
export function editManifest(text: string, edits: readonly ManifestEdit[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + edits.reduce(editField, text.slice(mark.length));
}

function editField(before: string, { path, value, after }: ManifestEdit): string {
  const text = path.reduce<string>(
    (left, key, depth) => withoutDoubles(left, { path: path.slice(0, depth), key }),
    before,
  );
  const edits = modify(text, [...path], value, {
    formattingOptions: formattingOf(text),
    getInsertionIndex: (keys) => {
      const found = after?.find((key) => keys.includes(key));
      return found === undefined ? keys.length : keys.lastIndexOf(found) + 1;
    },
  });
  return applyEdits(text, edits);
}

type Path = ManifestEdit['path'];

/** Leaves the last of a key: `modify` would change the first, and `JSON.parse` reads the last. */
function withoutDoubles(text: string, { path, key }: { path: Path; key: string | number }): string {
  const root = parseTree(text);
  const parent = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  if (parent?.type !== 'object') return text;
  const properties = parent.children ?? [];
  const last = properties.findLastIndex((property) => keyOf(property) === key);
  let kept = '';
  let from = 0;
  for (const [at, property] of properties.slice(0, last).entries()) {
    if (keyOf(property) !== key) continue;
    kept += text.slice(from, property.offset);
    from = properties[at + 1]?.offset ?? from;
  }
  return kept + text.slice(from);
}

function keyOf(property: Node): unknown {
  return property.children?.[0]?.value;
}

function formattingOf(text: string) {
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
