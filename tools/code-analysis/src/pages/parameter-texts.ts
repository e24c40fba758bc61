import type { AnyNode } from 'acorn';
import { type FunctionNode, isWithin, writtenName } from '../syntax/syntax.ts';
import { type AnyCall, calledName } from './calls-by-name.ts';
import { isConstant, marks, oneOf } from './marks.ts';
import type { PageTexts } from './page-texts.ts';
import { pieceOf, spelled } from './spelling.ts';

/** Most calls of one name that are read; a function with more may be given anything. */
const mostCalls = 60;

/** What a parameter is given, as far as the calls of its function are known. */
export function ofParameter(texts: PageTexts, of: FunctionNode, name: AnyNode): string {
  const at = of.params.findIndex((param) => {
    return param === name || (param.type === 'AssignmentPattern' && param.left === name);
  });
  if (at === -1) return marks.given;
  const { parent } = of;
  if (parent?.type === 'CallExpression' && parent.callee !== of)
    return ofElement(texts, parent, at);
  const calls = knownCalls(texts, of);
  if (calls === null) return marks.given;
  const { isOnlyCalled, of: found } = calls;
  const given = found.map((call) => {
    const argument = call.arguments[at];
    if (call.arguments.slice(0, at + 1).some(({ type }) => type === 'SpreadElement'))
      return marks.given;
    if (argument === undefined) return '';
    const text = texts.read(argument);
    // what a function gives itself is put together again and again
    return isWithin(call, of) ? spelled(text) : text;
  });
  return oneOf(isOnlyCalled && given.length > 0 ? given : [...given, marks.given]);
}

function knownCalls(
  texts: PageTexts,
  of: FunctionNode,
): { of: readonly AnyCall[]; isOnlyCalled: boolean } | null {
  const only = texts.tracer.code.index.callersOf(of);
  if (only !== null) return { of: only, isOnlyCalled: true };
  const name = nameOf(of);
  if (name === undefined) return null;
  const found = texts.calls.of(name);
  return found.length > mostCalls ? null : { of: found, isOnlyCalled: false };
}

/** The calls of a function by its name. */
export function callsOf(texts: PageTexts, of: FunctionNode): readonly AnyCall[] {
  return knownCalls(texts, of)?.of ?? [];
}

/** A parameter of a callback: an element of the list whose method is called. */
function ofElement(texts: PageTexts, call: AnyCall, at: number): string {
  const { callee } = call;
  const name = calledName(call) ?? '';
  if (callee.type !== 'MemberExpression') return marks.given;
  if (/^reduce(?:Right)?$/.test(name)) {
    // what is put together so far adds nothing to it
    if (at === 0) return '';
    return at === 1 ? oneOf(texts.elementsOf(callee.object)) : marks.own;
  }
  if (/^replace(?:All)?$/.test(name)) {
    const text = texts.read(callee.object);
    return isConstant(text) ? pieceOf(text) : marks.given;
  }
  if (!/^(?:map|flatMap|filter|forEach|find|some|every)$/.test(name)) return marks.given;
  return at === 0 ? oneOf(texts.elementsOf(callee.object)) : marks.own;
}

/** The name by which a function is called. */
function nameOf(of: FunctionNode): string | undefined {
  if (of.type !== 'ArrowFunctionExpression' && of.id) return of.id.name;
  const { parent } = of;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property': {
      const name = writtenName(parent);
      if (name !== 'constructor') return name;
      const made = parent.parent?.parent;
      return made?.type === 'ClassDeclaration' || made?.type === 'ClassExpression'
        ? made.id?.name
        : undefined;
    }
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' ? writtenName(parent.left) : undefined;
    default:
      return undefined;
  }
}
