import type { AnyNode } from 'acorn';
import type { CodeIndex } from '../syntax/code-index.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, writtenName } from '../syntax/syntax.ts';

/**
 * The files that a partly known path such as `'./locale/' + name` may lead to: all in the package that begin
 * with the known part. Where there are none, the import must be in a `try`, because bundles keep such an
 * import only if its file exists.
 *
 * @returns null where that is unknown
 */
export function computedFiles(
  codes: ReadonlyMap<string, ParsedCode>,
  at: { from: ParsedCode; path: AnyNode; index: CodeIndex },
): ParsedCode[] | null {
  const { from, path, index } = at;
  const known = beginOf(index, path);
  const [, folder = '', name = ''] = /^(\.\.?\/(?:.*\/)?)([^/]*)$/s.exec(known) ?? [];
  const isNative = from.text.slice(path.start, path.end).includes('.node');
  const root = folder === '' || isNative ? null : resolveFolder(from.path, folder);
  if (root === null) return null;
  const files = [...codes.values()].filter(
    (code) => code !== from && code.path.startsWith(`${root}${name}`),
  );
  return files.length === 0 && (folder === './' || !isTried(path)) ? null : files;
}

function isTried(node: AnyNode): boolean {
  for (let at = node; at.parent !== undefined; at = at.parent) {
    if (at.parent.type === 'TryStatement') return at.parent.block === at;
  }
  return false;
}

/** Resolves a folder; null for one outside of the package. */
function resolveFolder(from: string, folder: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of folder.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.map((part) => `${part}/`).join('');
}

/** The constant beginning of a string expression. */
export function beginOf(index: CodeIndex, written: AnyNode): string {
  const node = bare(written);
  const texts = index.strings(node);
  if (texts !== null) return texts.length === 1 ? (texts[0] ?? '') : '';
  switch (node.type) {
    case 'BinaryExpression':
      return node.operator === '+' ? beginOf(index, node.left) : '';
    case 'TemplateLiteral':
      return node.quasis[0]?.value.cooked ?? '';
    case 'CallExpression': {
      // compilers for old engines: './'.concat(name)
      const { callee } = node;
      const isJoined = callee.type === 'MemberExpression' && writtenName(callee) === 'concat';
      return isJoined ? beginOf(index, callee.object) : '';
    }
    default:
      return '';
  }
}
