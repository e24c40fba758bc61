import type { AnyNode } from 'acorn';
import type { ApiNode } from '../apis/api-node.ts';
import { isAssigned } from '../apis/api-use.ts';
import { bare, treeIdentifier, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from './tracer.ts';

/**
 * Reports calls of members that documents and editors have, such as `save`, where one of them went where it
 * can't be followed, and nothing is known of the object. Run it when all else is traced.
 */
export function findLostParts(tracer: Tracer): void {
  const found = new Set(tracer.findings.found.uses.map(({ permission }) => permission));
  for (const { id, node, name } of tracer.lostParts) {
    // much else has members of the names below the global object's
    const isOfPage = id.startsWith('global:');
    for (const { path, permissions } of membersThatMatter(node)) {
      if (isOfPage && path.length > 1) continue;
      if (permissions.every((each) => found.has(each))) continue;
      for (const read of readsOf(tracer, path.at(-1) ?? '')) {
        if (!isLostCall(tracer, read)) continue;
        const what = [name, ...path].join('.');
        tracer.findings.unresolved(read, {
          reason: 'passed-on',
          what,
          permissions: [...permissions],
        });
      }
    }
  }
}

/** Members that need permissions, also those of members: an editor leads to its document. */
function membersThatMatter(
  of: ApiNode,
  above: readonly ApiNode[] = [],
): { path: string[]; permissions: ApiNode['permissions'] }[] {
  if (above.includes(of)) return [];
  return [...of.children].flatMap(([name, child]) => [
    ...(child.permissions.length > 0 ? [{ path: [name], permissions: child.permissions }] : []),
    ...membersThatMatter(child, [...above, of]).map(({ path, permissions }) => {
      return { path: [name, ...path], permissions };
    }),
  ]);
}

/** Reads of members of that name, also by a name that is put together. */
function readsOf(tracer: Tracer, name: string): AnyNode[] {
  const joined = [...tracer.code.codes.values()].flatMap(({ nodes }) =>
    nodes.members.filter((node) => {
      if (node.type !== 'MemberExpression' || !isJoined(node.property)) return false;
      return tracer.namesOf(node)?.includes(name) === true;
    }),
  );
  return [...(tracer.code.index.reads.get(name) ?? []), ...joined];
}

function isJoined({ type }: AnyNode): boolean {
  return type === 'BinaryExpression' || type === 'TemplateLiteral';
}

/** True for a call of a method of an object that nothing is known of, also where it is taken out of the object. */
function isLostCall(tracer: Tracer, read: AnyNode): boolean {
  if (read.type === 'Property') {
    const target = read.value.type === 'AssignmentPattern' ? read.value.left : read.value;
    return isCalledLater(tracer, target);
  }
  if (read.type !== 'MemberExpression' || !isUnknown(tracer, read)) return false;
  if (isCalled(read)) return true;
  const { parent } = read;
  return parent?.type === 'VariableDeclarator' && parent.init === read
    ? isCalledLater(tracer, parent.id)
    : false;
}

/** True for a member of an object that no API is known to be, and that isn't surely the code's own. */
function isUnknown(tracer: Tracer, read: AnyNode & { type: 'MemberExpression' }): boolean {
  if (isAssigned(read) || /^(?:This|New)Expression$|^Super$/.test(read.object.type)) return false;
  const isKnown = [...tracer.valuesOf(read.object)].some((value) => {
    return value.kind === 'api' && value.id !== 'global:';
  });
  return !isKnown && tracer.closed.valuesOf(read) === null;
}

/** True for a call, also by `call` and its like. */
function isCalled(callee: AnyNode): boolean {
  const { parent } = callee;
  if (parent === undefined) return false;
  if (bare(parent) === bare(callee)) return isCalled(parent);
  if (parent.type === 'CallExpression') return parent.callee === callee;
  const isMoved =
    parent.type === 'MemberExpression' &&
    parent.object === callee &&
    /^(?:call|apply|bind)$/.test(writtenName(parent) ?? '');
  return isMoved && isCalled(parent);
}

/** True for a variable that nothing is known of, and that is called. */
function isCalledLater(tracer: Tracer, target: AnyNode): boolean {
  return (variableOf(target)?.references ?? []).some((reference) => {
    if (!reference.isRead()) return false;
    const use = treeIdentifier(reference.identifier);
    return isCalled(use) && tracer.valuesOf(use).size === 0 && tracer.callees.of(use) === null;
  });
}
