import type { AnyNode } from 'acorn';
import { isChunkName } from '../modules/chunk-loads.ts';
import type { ImportedFiles } from '../modules/imported-files.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { hasNamesOnly } from '../syntax/names-only.ts';
import { bare, enclosingFunction, treeIdentifier, writtenName } from '../syntax/syntax.ts';

/**
 * The files that a partly known path such as `'./locale/' + name` may lead to: all in the package that begin
 * with the known part. The rest must be a name without slashes, because `../` leads anywhere.
 *
 * @returns null where that is unknown
 */
export function computedFiles(
  all: ImportedFiles,
  at: { from: ParsedCode; path: AnyNode; index: CodeIndex },
): ParsedCode[] | null {
  const { from, path, index } = at;
  const known = beginOf(index, path);
  const [, folder = '', name = ''] = /^(\.\.?\/(?:.*\/)?)([^/]*)$/s.exec(known) ?? [];
  const isNative = from.text.slice(path.start, path.end).includes('.node');
  const root = folder === '' || isNative ? null : resolveFolder(from.path, folder);
  if (root === null || !restOf(path).every((part) => isName(part, { from, index }))) return null;
  const { codes, isAny } = all.beginningWith(`${root}${name}`, from.path);
  return !isAny && (folder === './' || !isTried(path)) ? null : codes;
}

/** The parts of a path behind its constant beginning. */
function restOf(written: AnyNode): AnyNode[] {
  const node = bare(written);
  switch (node.type) {
    case 'BinaryExpression':
      return [
        ...restOf(node.left).slice(node.left.type === 'BinaryExpression' ? 0 : 1),
        node.right,
      ];
    case 'TemplateLiteral':
      return node.expressions;
    case 'CallExpression':
      return node.arguments;
    default:
      return [node];
  }
}

/** True for a part of a path that can't lead into another folder. */
function isName(part: AnyNode, at: { from: ParsedCode; index: CodeIndex }): boolean {
  const { index } = at;
  const texts = index.strings(part);
  if (texts !== null) return texts.every((text) => !/(?:^|[\\/])\.\.(?:[\\/]|$)|\.\.$/.test(text));
  return hasNamesOnly(index, part) || isChunkName(part, at) || isGuarded(part, at);
}

/** What moment and others write so that names of languages have no slash: `name.match('^[^/\\\\]*$')`. */
const refusesSlashes = /\^\[\^\\?\/\\\\(?:\\\\)?\][*+]\$/;

/** A pattern of whole texts that have neither slashes nor dots: `^[a-z0-9]+(?:-[a-z0-9]+)*$`. */
const plainNames = /^\^(?:[\w+*?():-]|\[(?:[\w-]|\\[dw])+\]|\\[dw])+\$$/;

function isOfPlainNames(written: AnyNode): boolean {
  const node = bare(written);
  if (node.type !== 'Literal' || !node.regex) return false;
  return plainNames.test(node.regex.pattern) && /^i?$/.test(node.regex.flags);
}

/** True where a condition around the import refuses names with slashes. */
function isGuarded(part: AnyNode, at: { from: ParsedCode; index: CodeIndex }): boolean {
  const name = bare(part);
  if (name.type !== 'Identifier' || name.variable === undefined) return false;
  const writes = name.variable.references.filter((reference) => reference.isWrite());
  const isBefore = (test: AnyNode) =>
    writes.every(({ identifier }) => {
      const node = treeIdentifier(identifier);
      return node.end <= test.start && enclosingFunction(node) === enclosingFunction(part);
    });
  for (let node: AnyNode = part; node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    const test =
      parent.type === 'IfStatement' || parent.type === 'ConditionalExpression'
        ? parent.consequent === node && parent.test
        : parent.type === 'LogicalExpression' && parent.operator === '&&' && parent.right === node
          ? parent.left
          : false;
    if (
      test &&
      isBefore(test) &&
      conditionsOf(test).some((each) => refuses(each, { ...at, name: name.name }))
    )
      return true;
  }
  return false;
}

/** The conditions that all must hold: `a && b && c`. */
function conditionsOf(written: AnyNode): AnyNode[] {
  const node = bare(written);
  return node.type === 'LogicalExpression' && node.operator === '&&'
    ? [...conditionsOf(node.left), ...conditionsOf(node.right)]
    : [node];
}

/** True for `isSane(name)`, and for what such a function does. */
function refuses(test: AnyNode, at: { from: ParsedCode; index: CodeIndex; name: string }): boolean {
  const { from, index, name } = at;
  if (test.type !== 'CallExpression') return false;
  const textOf = (node: AnyNode) => from.text.slice(node.start, node.end);
  const { callee, arguments: given } = test;
  if (callee.type === 'MemberExpression') {
    if (writtenName(callee) === 'test') {
      const [tested] = given;
      return tested !== undefined && textOf(tested) === name && isOfPlainNames(callee.object);
    }
    return (
      textOf(callee.object) === name &&
      writtenName(callee) === 'match' &&
      given.some((each) => refusesSlashes.test(textOf(each)))
    );
  }
  const [only, ...others] = given;
  if (only === undefined || others.length > 0 || textOf(only) !== name) return false;
  const functions = index.functionsOf(callee) ?? [];
  return (
    functions.length === 1 &&
    functions.every(({ body }) => {
      const text = textOf(body);
      if (text.length > 300) return false;
      const pattern = /\/(\^[^/\s]+\$)\/i?\.test\(/.exec(text)?.[1];
      if (pattern !== undefined && plainNames.test(pattern)) return true;
      return text.includes('.match(') && refusesSlashes.test(text);
    })
  );
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
