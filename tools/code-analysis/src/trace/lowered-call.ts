import type { AnyNode } from 'acorn';
import type { TracedCall } from './call-links.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/**
 * True for a call in a form that compilers make for older engines: `holder?.run?.()` becomes `(run = holder
 * == null ? void 0 : holder.run) == null ? void 0 : run.call(holder)`, where the argument is only `this`.
 */
export function isLoweredCall({ callee, arguments: [holder] }: TracedCall): boolean {
  if (callee.type !== 'MemberExpression' || writtenName(callee) !== 'call') return false;
  const of = variableOf(holder);
  const run = variableOf(callee.object);
  if (of === undefined || run === undefined) return false;
  const written = run.references.filter((reference) => reference.isWrite());
  return written.some(({ writeExpr }) => {
    const read = lastOf(treeNode(writeExpr));
    return read?.type === 'MemberExpression' && variableOf(assigned(read.object)) === of;
  });
}

function lastOf(node: AnyNode | undefined): AnyNode | undefined {
  const plain = node && bare(node);
  return plain?.type === 'ConditionalExpression' ? lastOf(plain.alternate) : plain;
}

function assigned(node: AnyNode): AnyNode {
  const plain = bare(node);
  return plain.type === 'AssignmentExpression' ? plain.left : plain;
}
