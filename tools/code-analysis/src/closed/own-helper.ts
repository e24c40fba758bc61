import type { AnyNode, LogicalExpression } from 'acorn';
import { bare, writtenName } from '../syntax/syntax.ts';
import { functionOfThis } from '../trace/this-of-function.ts';
import type { Around } from './around.ts';

/**
 * True for `this && this.__importStar || …` at the top of a file, as TypeScript begins one, where no code gives
 * anything such a name: the file has its own helper.
 */
export function isOwnHelper({ callees, modules }: Around, node: LogicalExpression): boolean {
  const left = bare(node.left);
  if (node.operator !== '||' || left.type !== 'LogicalExpression' || left.operator !== '&&') {
    return false;
  }
  const read = bare(left.right);
  if (!isTop(left.left) || read.type !== 'MemberExpression' || !isTop(read.object)) return false;
  const name = writtenName(read) ?? '';
  const own = modules.ownedBy(bare(read.object));
  const isPlain = own === undefined || own.own.every(isPlainUse);
  return /^__\w+$/.test(name) && isPlain && callees.putUnder(name).length === 0;
}

function isTop(written: AnyNode): boolean {
  const node = bare(written);
  return node.type === 'ThisExpression' && functionOfThis(node) === 'top';
}

/** True where exports are set or read by a name, or handed to a helper that defines a property by a name. */
function isPlainUse(use: AnyNode): boolean {
  const { parent } = use;
  if (parent?.type === 'MemberExpression') {
    return parent.object === use && writtenName(parent) !== undefined;
  }
  if (parent?.type === 'LogicalExpression') return parent.left === use;
  return parent?.type === 'CallExpression' && parent.arguments[1]?.type === 'Literal';
}
