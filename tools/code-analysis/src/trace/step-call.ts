import type { AnyNode, Identifier } from 'acorn';
import { isHandedAround } from '../values/given-values.ts';
import { addResultsOfBuiltin } from '../apis/builtins.ts';
import { importedName } from '../syntax/code-index.ts';
import { loadModules } from '../modules/find-sources.ts';
import { plainArgument } from '../values/fold-strings.ts';
import { bare, enclosingFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { calledWith, viaOf } from './called-with.ts';
import { addCommand, callCommand } from './call-command.ts';
import { callEvaluate, callTimer, handEvaluate, handTimer } from './call-evaluating.ts';
import { callWorker } from './call-worker.ts';
import { isSurelyApi } from '../apis/sure-api.ts';
import { ownPaths } from '../modules/own-path.ts';
import { isGetterInterop, isInterop } from '../modules/interop.ts';
import { isPromised } from './promised.ts';
import { bindParameter, callList } from './step-list.ts';
import { giveParts } from './give-parts.ts';
import { giveAsThis, giveObject, giveThis } from './give-this.ts';
import { giveCopy } from '../modules/give-copy.ts';
import { forwardedTo } from './forwarded-call.ts';
import { isLoweredCall } from './lowered-call.ts';
import { keepPrivate } from '../values/private-fields.ts';
import type { TracedCall } from './call-links.ts';
import { setByMethod } from './set-settings.ts';
import type { Tracer } from './tracer.ts';
import {
  type ApiValue,
  followElements,
  type FunctionValue,
  plainValue,
  type Value,
} from '../values/value.ts';
import { variableOf } from '../syntax/variables.ts';

/** Handles a call whose callee has this value. */
export function stepCall(tracer: Tracer, at: { call: TracedCall; value: Value }): void {
  const { call, value } = at;
  switch (value.kind) {
    case 'api':
      return callApi(tracer, { call, api: value });
    case 'function':
      return callFunction(tracer, { call, value });
    case 'list':
      return callList(tracer, { call, list: value });
    case 'exports':
  }
}

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

function giveArgument(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; value: Value; to: FunctionValue['function'] },
): void {
  const { call, node, to } = at;
  tracer.calls.link(call, to);
  // a helper that only looks at a namespace may change what this is
  if (!isHandedAround(at.value) && giveCopy(tracer, at)) return;
  const value =
    viaOf(call) === 'bind' ? plainValue(at.value) : tracer.apis.given.by(call, to, at.value);
  if (call.arguments[0] === node && isInterop(to, tracer)) {
    tracer.add(call, isGetterInterop(to, tracer) ? tracer.own.holder(call, at.value) : at.value);
  }
  const via = viaOf(call);
  let nth = call.arguments.findIndex((argument) => argument === node);
  if (via === 'apply') {
    if (nth === 0) return tracer.escape(node, value);
    if (nth !== 1 || value.kind !== 'list') return;
    return followElements(value, (element) => {
      for (const parameter of to.params) tracer.bind(parameter, element);
    });
  }
  if (via !== null) nth -= 1;
  // `this` and `arguments` of the function aren't followed
  if (nth < 0 || usesArguments(tracer, to)) {
    const others = nth < 0 ? null : forwardedTo(tracer.code.index, to);
    if (others === null) tracer.escape(node, value);
    for (const other of others ?? []) bindParameter(tracer, { to: other, nth, value });
  }
  bindParameter(tracer, { to, nth, value });
  tracer.calls.giveBackAgain(call, { of: to, at: nth, value });
}

function usesArguments(tracer: Tracer, of: FunctionValue['function']): boolean {
  if (of.type === 'ArrowFunctionExpression' || of.end - of.start > 5000) return false;
  const text = tracer.codeOf(of)?.text.slice(of.start, of.end) ?? '';
  return /\barguments\b/.test(text);
}

function callFunction(tracer: Tracer, at: { call: TracedCall; value: FunctionValue }): void {
  const { call, value } = at;
  if (viaOf(call) === 'bind') tracer.add(call, value);
  tracer.calls.link(call, value.function);
  if (value.results !== tracer.own.results(value.function)) {
    followElements(value.results, (result) => tracer.add(call, result));
  }
  for (const node of call.arguments) {
    for (const given of tracer.valuesOf(node)) {
      giveArgument(tracer, { call, node, value: given, to: value.function });
    }
  }
}

function callApi(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const { does, others, gives } = api.node;
  // a call that leads nowhere else; what it does was told where it was reached
  tracer.judge();
  tracer.unseen.see(api);
  if (typeof others !== 'string') {
    tracer.findings.use(call, { call: api.name, permissions: others });
  }
  if (gives !== undefined) giveParts(tracer, { call, gives });
  switch (does) {
    case 'requires':
    case 'gets-builtin':
      return callRequire(tracer, { call, api });
    case 'makes-require': {
      return makeRequire(tracer, call);
    }
    case 'gives-global':
      return tracer.add(call, tracer.apis.global());
    case 'evaluates':
      return callEvaluate(tracer, { call, api });
    case 'evaluates-texts':
      return callTimer(tracer, { call, api });
    case 'evaluates-option':
      return callWorker(tracer, { call, api });
    case 'gets-extension':
      return callExtension(tracer, call);
    case 'adds-command':
      return addCommand(tracer, call);
    case 'runs-command':
      return tracer.later(() => callCommand(tracer, call));
    case undefined: {
      if (call.type !== 'NewExpression') return;
      const instance = tracer.apis.instanceOf(api);
      if (instance !== undefined) tracer.add(call, instance);
    }
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Handles `createRequire(…)`: of a place in the package, its result is as good as `require`. */
function makeRequire(tracer: Tracer, call: TracedCall): void {
  const place = plainArgument(call, viaOf(call) === null ? 0 : 1);
  const require = tracer.apis.member(tracer.apis.global(), 'require');
  if (require === undefined) return;
  const from = tracer.codeOf(call)?.path ?? '';
  const paths = place === undefined ? null : ownPaths(tracer, place);
  // of another folder, the same name would be another file
  const isOwn = paths?.every((path) => folderOf(path) === folderOf(from)) ?? false;
  tracer.add(call, isOwn ? require : tracer.apis.of('module:createRequire()', require.node));
}

function callRequire(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const via = viaOf(call);
  const argument = plainArgument(call, via === null ? 0 : 1);
  if (via === 'bind') return tracer.add(call, api);
  const given = via === 'apply' ? firstElement(call.arguments[1]) : argument;
  const forwarder = via === 'apply' ? forwarderOf(call) : undefined;
  if (forwarder !== undefined) return tracer.add(forwarder, api);
  const isElsewhere = !findsOwnFiles.test(api.id);
  loadModules(tracer, { node: call, path: given, what: `${api.name}(…)`, isElsewhere });
}

/** The functions that find files as the file does that they are used in. */
const findsOwnFiles = /^global:(?:module\.)?require$/;

function firstElement(list: AnyNode | undefined): AnyNode | undefined {
  return list?.type === 'ArrayExpression' ? (list.elements[0] ?? undefined) : undefined;
}

/**
 * The function around a call that forwards its arguments: `function (x) { return require.apply(this,
 * arguments) }`.
 */
function forwarderOf(call: TracedCall): AnyNode | undefined {
  const given = call.arguments[1];
  const isForwarded = given?.type === 'Identifier' && given.name === 'arguments';
  return isForwarded ? enclosingFunction(call) : undefined;
}

function callExtension(tracer: Tracer, call: TracedCall): void {
  const argument = plainArgument(call, 0);
  const names = argument === undefined ? null : tracer.code.index.strings(argument);
  const what = 'vscode.extensions.getExtension';
  const permissions = ['git' as const];
  if (names === null) {
    if (!tracer.isWritten('vscode.git')) return;
    tracer.findings.unresolved(call, {
      reason: 'computed-access',
      what: `${what}(…)`,
      permissions,
    });
  } else if (names.includes('vscode.git')) tracer.findings.use(call, { call: what, permissions });
}
