import type { AnyNode, Identifier } from 'acorn';
import { addResultsOfBuiltin } from '../apis/builtins.ts';
import { importedName } from '../syntax/code-index.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { calledWith, viaOf } from './called-with.ts';
import { handEvaluate, handTimer } from './call-evaluating.ts';
import { isSurelyApi } from '../apis/sure-api.ts';
import { isPromised } from './promised.ts';
import { giveAsThis, giveObject, giveThis } from './give-this.ts';
import { isLoweredCall } from './lowered-call.ts';
import { keepPrivate } from '../values/private-fields.ts';
import type { TracedCall } from './call-links.ts';
import { setByMethod } from './set-settings.ts';
import type { Tracer } from './tracer.ts';
import { type ApiValue, followElements, type FunctionValue, type Value } from '../values/value.ts';
import { variableOf } from '../syntax/variables.ts';
import { giveArgument } from './give-argument.ts';

/** Handles a call with an argument of this value. */
export function stepArgument(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; value: Value },
): void {
  const { call, node, value } = at;
  setByMethod(tracer, at);
  if (value.kind === 'api' && value.node.does === 'evaluates-texts') {
    handTimer(tracer, { call, api: value });
  }
  if (value.kind === 'api' && value.node.does === 'evaluates') {
    if (handEvaluate(tracer, { call, node, api: value })) return tracer.judge();
  }
  if (giveAsThis(tracer, at)) return tracer.judge();
  if (addResultsOfBuiltin(tracer, at)) return tracer.judge();
  if (keepPrivate(tracer, at)) return tracer.judge();
  if (tracer.isKeptUnread(call)) return tracer.judge();
  if (givesLater(call) && giveLater(tracer, at)) return tracer.judge();
  if (value.kind === 'api' && isComponent(value) && isElement(tracer, call)) return tracer.judge();
  const isThis = viaOf(call) !== null && call.arguments[0] === node;
  if (isThis && value.kind !== 'function') giveObject(tracer, at);
  if (isThis && value.kind === 'api' && value.id === 'global:') {
    const { callees, code } = tracer;
    const all = callees.of(call.callee);
    const few = all !== null && all.length <= mostGivenThis;
    const functions =
      calledWith(tracer, call, value) ?? code.index.functionsOf(call.callee) ?? (few ? all : null);
    for (const each of functions ?? []) giveThis(tracer, { call, to: each, value });
    return tracer.judge();
  }
  if (isThis && isLoweredCall(call)) return tracer.judge();
  if (isOwnLoad(call) || isPromised(tracer, at)) return tracer.judge();
  const evaluates = value.kind === 'api' && value.node.does === 'evaluates';
  const isApi = !evaluates && isOfApi(tracer, call.callee);
  if (isApi && isSurelyApi(tracer, call.callee)) return tracer.judge();
  const functions =
    calledWith(tracer, call, value) ??
    allFunctions(tracer, call.callee, value) ??
    tracer.code.index.functionsOf(call.callee) ??
    methodsFor(tracer, call.callee, value);
  for (const each of functions ?? []) giveArgument(tracer, { call, node, value, to: each });
  // of an API by its name alone, which functions of the code have as well
  if (isApi || (functions === null && looksFor(tracer, call))) return tracer.judge();
  tracer.calls.passOn(call, { node, value });
}

/** All functions that a call may call; null where it may call others, or where they are too many. */
function allFunctions(
  tracer: Tracer,
  callee: AnyNode,
  value: Value,
): FunctionValue['function'][] | null {
  const found = tracer.callees.of(callee);
  return found && found.length <= mostFollowed(tracer, value) ? found : null;
}

/** Most functions that the global object becomes `this` in by one call. */
const mostGivenThis = 3;

/** Most functions that a value is followed into from one call. */
function mostFollowed(tracer: Tracer, value: Value): number {
  if (value.kind === 'api') return value.node === tracer.code.apis.context ? mostMethods : 10;
  return value.kind === 'list' ? 10 : 3;
}

/** Most methods of one name that the context is followed into. */
const mostMethods = 200;

/**
 * All methods that a call may mean by its name, for the context alone: extensions give it to each of their
 * parts, by methods of one name.
 */
function methodsFor(
  tracer: Tracer,
  callee: AnyNode,
  value: Value,
): FunctionValue['function'][] | null {
  if (value.kind !== 'api' || value.node !== tracer.code.apis.context) return null;
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  const methods = name === undefined ? [] : (tracer.code.index.functions.get(name) ?? []);
  return methods.length > 0 && methods.length <= mostMethods ? methods : null;
}

/** True for a search such as `list.includes(module)`, if no function in the code has that name. */
function looksFor(tracer: Tracer, { callee }: TracedCall): boolean {
  if (callee.type !== 'MemberExpression') return false;
  // a proxy may have it nevertheless
  if (tracer.computedReads.takersOf(callee.object).length > 0) return false;
  const name = writtenName(callee);
  return /^(?:indexOf|lastIndexOf|includes|has)$/.test(name ?? '');
}

/** True for webpack's `value = this(value)`, where `this` loads the module of a number. */
function isOwnLoad({ callee, arguments: [given], parent }: TracedCall): boolean {
  if (callee.type !== 'ThisExpression' || parent?.type !== 'AssignmentExpression') return false;
  const variable = variableOf(parent.left);
  return variable !== undefined && variable === variableOf(given);
}

/** True for `promise.then(…)`, whose result is what the function returns. */
function givesLater({ callee }: TracedCall): boolean {
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  return /^(?:then|catch|finally)$/.test(name ?? '');
}

/**
 * Passes a value on to the result of a promise; false for values that are then called themselves, such as
 * `require`.
 */
function giveLater(tracer: Tracer, at: { call: TracedCall; value: Value }): boolean {
  const { call, value } = at;
  if (value.kind === 'api' && value.node.does !== undefined) return false;
  if (value.kind !== 'function') tracer.add(call, value);
  else followElements(value.results, (result) => tracer.add(call, result));
  return true;
}

/** True for a function of an API, which handles other parts of its API as documented. */
function isOfApi(tracer: Tracer, callee: AnyNode): boolean {
  for (let node = bare(callee); ; node = bare(node.object)) {
    if ([...tracer.valuesOf(node)].some((value) => isJudged(tracer, value))) return true;
    if (node.type === 'Identifier') return isImportedApi(tracer, node);
    if (node.type !== 'MemberExpression') return false;
  }
}

/** True for an API other than those that call what they are given with anything. */
function isJudged(tracer: Tracer, value: Value): boolean {
  if (value.kind !== 'api' || value.id === 'global:') return false;
  if (value.node === tracer.code.apis.modules.get('process')) return false;
  return value.node.does !== 'evaluates' && value.node.does !== 'evaluates-texts';
}

function isImportedApi(tracer: Tracer, { variable }: Identifier): boolean {
  const declaration = treeNode(variable?.identifiers[0])?.parent?.parent;
  return (
    declaration?.type === 'ImportDeclaration' &&
    tracer.apis.module(String(declaration.source.value)) !== undefined
  );
}

/** True for a Raycast component with components below it, as in `jsx(Action, …)`. */
function isComponent({ id }: ApiValue): boolean {
  return /^@(?:raycast|orchestra)\/[\w-]+:[A-Z]\w*$/.test(id);
}

function isElement(tracer: Tracer, { callee }: TracedCall): boolean {
  // a function of the code may do anything with it
  if (tracer.callees.of(callee) !== null || tracer.code.index.functionsOf(callee) !== null) {
    return false;
  }
  const node = bare(callee);
  const name =
    node.type === 'MemberExpression'
      ? writtenName(node)
      : node.type === 'Identifier'
        ? (importedName(node.variable?.identifiers[0]) ?? node.name)
        : undefined;
  return /^(?:jsxs?|jsxDEV|createElement)$/.test(name ?? '');
}
