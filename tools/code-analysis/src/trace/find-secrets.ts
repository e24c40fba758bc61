import type { AnyNode } from 'acorn';
import { isAssigned } from '../apis/api-use.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from './tracer.ts';

/** The members of the secret storage in a context. */
const members = /^(?:get|store|delete|keys|onDidChange)$/;

/**
 * Reports uses of what looks like the secret storage, where no way from the context to it was found. Run it
 * when all else is traced.
 */
export function findLostSecrets(tracer: Tracer): void {
  const isFound = tracer.findings.found.uses.some(({ permission }) => permission === 'secrets');
  if (isFound) return;
  for (const read of tracer.code.index.reads.get('secrets') ?? []) {
    const isUsed =
      read.type === 'MemberExpression'
        ? !isAssigned(read) && isStorage(read) && !isOwn(read.object)
        : isStorageIn(read.value);
    if (!isUsed) continue;
    const what = 'context.secrets';
    tracer.findings.unresolved(read, { reason: 'passed-on', what, permissions: ['secrets'] });
  }
}

/** True for a variable that only ever holds objects that are written out in the code. */
function isOwn(object: AnyNode): boolean {
  const writes = (variableOf(object)?.references ?? []).filter((each) => each.isWrite());
  const isLiteral = (node: AnyNode | undefined) => node?.type === 'ObjectExpression';
  return writes.length > 0 && writes.every(({ writeExpr }) => isLiteral(treeNode(writeExpr)));
}

/** True where a member of the storage is read, directly or through a variable. */
function isStorage(read: AnyNode): boolean {
  const { parent } = read;
  if (parent !== undefined && bare(parent) === read) return isStorage(parent);
  if (parent?.type === 'MemberExpression' && parent.object === read) {
    return members.test(writtenName(parent) ?? '');
  }
  if (parent?.type === 'VariableDeclarator') return isStorageIn(parent.id);
  return parent?.type === 'AssignmentExpression' && isStorageIn(parent.left);
}

function isStorageIn(target: AnyNode): boolean {
  if (target.type === 'AssignmentPattern') return isStorageIn(target.left);
  if (target.type === 'ObjectPattern') {
    return target.properties.some((each) => {
      return each.type === 'Property' && members.test(writtenName(each) ?? '');
    });
  }
  return (variableOf(target)?.references ?? []).some((reference) => {
    const use = reference.isRead() ? treeNode(reference.identifier) : undefined;
    const parent = use?.parent;
    return (
      parent?.type === 'MemberExpression' &&
      parent.object === use &&
      members.test(writtenName(parent) ?? '')
    );
  });
}
