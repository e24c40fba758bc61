import type { AnyNode } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { writtenName } from '../syntax/syntax.ts';

/** Parts of the editor's API that have methods which begin with `register`, and `createTreeView`. */
const parts =
  /^(?:authentication|chat|commands|debug|l10n|languages|lm|notebooks|scm|tasks|tests|window|workspace)$/;

/** Names of members that code sets on a part of the editor's API; the empty one where it isn't known. */
export function membersGiven({ nodes }: ParsedCode): string[] {
  const set = nodes.members.flatMap((node) => {
    if (node.type !== 'MemberExpression' || !isTarget(node) || !isPart(node.object)) return [];
    const name = writtenName(node) ?? '';
    return /^(?:register|createTreeView$|$)/.test(name) ? [name] : [];
  });
  const isChanged = nodes.calls.some(({ callee, arguments: [first] }) => {
    const changes = /^(?:Object\.(?:assign|define\w+)|Reflect\.(?:set|defineProperty))$/;
    return first !== undefined && isPart(first) && changes.test(builtinOf(callee) ?? '');
  });
  return isChanged ? [...set, ''] : set;
}

function isPart(node: AnyNode): boolean {
  if (node.type === 'Identifier') return parts.test(node.name);
  return node.type === 'MemberExpression' && parts.test(writtenName(node) ?? '');
}
