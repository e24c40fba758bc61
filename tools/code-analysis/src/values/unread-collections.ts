import type { AnyNode } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import type { ChangedBuiltins } from '../syntax/changed-builtins.ts';
import { isExported } from '../syntax/code-index.ts';
import { bare, treeIdentifier, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { TracedCall } from '../trace/call-links.ts';
import { isWrittenAgain } from './only-read.ts';

/** True for `kept.add(value)` and its like, where nothing ever reads what the list, set or map keeps. */
export function isKeptUnread({ callee }: TracedCall, changed: ChangedBuiltins): boolean {
  if (callee.type !== 'MemberExpression' || !keeps.test(writtenName(callee) ?? '')) return false;
  const variable = variableOf(callee.object);
  if (variable === undefined || variable.defs.length !== 1) return false;
  if (isWrittenAgain(variable) || isExported(variable) || changed.isPrototypeChanged) return false;
  const declared = treeNode(variable.defs[0]?.node);
  const isMade =
    declared?.type === 'VariableDeclarator' &&
    declared.id.type === 'Identifier' &&
    isEmptyCollection(declared.init, changed);
  return (
    isMade &&
    variable.references.every((each) => {
      return each.init === true || isBlind(treeIdentifier(each.identifier), changed);
    })
  );
}

const keeps = /^(?:add|set|push|unshift)$/;

function isEmptyCollection(made: AnyNode | null | undefined, changed: ChangedBuiltins): boolean {
  if (made?.type === 'ArrayExpression') return made.elements.length === 0;
  if (made?.type !== 'NewExpression' || made.arguments.length > 0) return false;
  const name = builtinOf(made.callee) ?? '';
  return /^(?:Weak)?(?:Map|Set)$/.test(name) && !changed.has(name);
}

/** True for a use of a collection that gives back nothing of what it keeps. */
function isBlind(use: AnyNode, changed: ChangedBuiltins): boolean {
  const member = use.parent;
  if (member?.type !== 'MemberExpression' || member.object !== use) return false;
  const name = writtenName(member) ?? '';
  const call = member.parent;
  if (call?.type !== 'CallExpression' || call.callee !== member)
    return /^(?:size|length)$/.test(name);
  if (changed.has(name)) return false;
  if (/^(?:delete|clear|has)$/.test(name)) return true;
  // `add` and `set` give back the collection
  return (
    keeps.test(name) &&
    call.parent !== undefined &&
    bare(call.parent).type === 'ExpressionStatement'
  );
}
