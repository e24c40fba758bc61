import type { AnyNode, CallExpression } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { bare, type FunctionNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { givenBack } from './given-back.ts';
import { maySetArguments } from './only-read.ts';

/** The argument of a call that its function gives back, instead of what all calls may give it. */
export function argumentGiven(
  written: AnyNode,
  { call, makers }: { call: CallExpression; makers: readonly FunctionNode[] },
): AnyNode {
  let node = bare(written);
  while (node.type === 'CallExpression' && givesFirst(node.callee)) {
    const [first] = node.arguments;
    if (first === undefined) return written;
    node = bare(first);
  }
  const back = givenBack(node);
  const variable = variableOf(node);
  if (back === null || variable === undefined || !makers.includes(back.of)) return written;
  if (maySetArguments(variable)) return written;
  const isMoved =
    call.callee.type === 'MemberExpression' &&
    /^(?:call|apply|bind)$/.test(writtenName(call.callee) ?? 'call');
  const given = call.arguments.slice(0, back.at + 1);
  if (isMoved || given.some(({ type }) => type === 'SpreadElement')) return written;
  return given[back.at] ?? written;
}

/** True for a function that gives back its first argument, as esbuild keeps the names of functions. */
export function givesFirst(callee: AnyNode): boolean {
  return firstGiven.test(builtinOf(callee) ?? '');
}

const firstGiven =
  /^Object\.(?:defineProperty|defineProperties|freeze|seal|preventExtensions|setPrototypeOf)$/;
