import type {
  AnyNode,
  AssignmentProperty,
  CallExpression,
  MemberExpression,
  ObjectPattern,
} from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { evaluationOf } from '../evaluated/find-evaluation.ts';
import { runTexts } from '../evaluated/run-texts.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { ApiValue } from '../values/value.ts';
import { isCertainlyFunction, isConstructorName } from './certain-functions.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';

/** Finds expressions such as `(() => {}).constructor`, which is `Function` for every function. */
export function findConstructors(tracer: Tracer, code: ParsedCode): void {
  const maker = tracer.apis.member(tracer.apis.global(), 'Function');
  if (maker === undefined) return;
  for (const node of code.nodes.members) {
    if (node.type === 'ObjectPattern') findInPattern(tracer, { pattern: node, maker });
    else if (node.type === 'MemberExpression') findInMember(tracer, { node, maker });
  }
  for (const call of code.nodes.calls) findReflected(tracer, { call, maker });
}

function findInPattern(tracer: Tracer, at: { pattern: ObjectPattern; maker: ApiValue }): void {
  const { pattern, maker } = at;
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || !isConstructorName(tracer, property)) continue;
    if (givenTo(tracer, pattern).some((from) => isCertainlyFunction(tracer, from))) {
      tracer.bind(property.value, maker);
    } else tellCalls(tracer, callsOf(boundBy(property)));
  }
}

function boundBy({ value }: AssignmentProperty): AnyNode {
  return value.type === 'AssignmentPattern' ? value.left : value;
}

/** The expressions that a pattern takes apart, as far as they are known. */
function givenTo(tracer: Tracer, pattern: ObjectPattern): AnyNode[] {
  const { parent } = pattern;
  if (parent?.type === 'VariableDeclarator') {
    const loop = parent.parent?.parent;
    if (parent.init) return [parent.init];
    return loop?.type === 'ForOfStatement' ? elementsOf(loop.right) : [];
  }
  if (parent?.type === 'AssignmentExpression') return [parent.right];
  if (parent?.type === 'ForOfStatement') return elementsOf(parent.right);
  if (!isFunction(parent)) return [];
  const position = parent.params.findIndex((param) => param === pattern);
  return (tracer.code.index.callersOf(parent) ?? []).flatMap(
    (call) => call.arguments[position] ?? [],
  );
}

function elementsOf(list: AnyNode): AnyNode[] {
  return list.type === 'ArrayExpression' ? list.elements.filter((each) => each !== null) : [];
}

function findInMember(tracer: Tracer, at: { node: MemberExpression; maker: ApiValue }): void {
  const { node, maker } = at;
  const call = callOf(node);
  if (!isConstructorName(tracer, node)) {
    if (call !== undefined && isOfLiteral(tracer, node)) tell(tracer, call);
    return;
  }
  if (isCertainlyFunction(tracer, node.object)) {
    if (isKeptForTests(node)) tellGiven(tracer, { node, maker });
    else tracer.add(node, maker);
    return;
  }
  // of an unknown object, a string is code only if the object is a function
  const isOwn = bare(node.object).type === 'ThisExpression';
  const argument = call?.type === 'CallExpression' ? call.arguments.at(-1) : undefined;
  const isText = argument !== undefined && tracer.code.index.strings(argument) !== null;
  if (isText && !isOwn && call?.callee === node) evaluate(tracer, { call, maker });
  else tellCalls(tracer, call === undefined ? callsOf(takerOf(node)) : [call]);
}

/**
 * True for the constructor of async functions and generators in a module that only gives it, to libraries that
 * look for what the language has: `const cached = async function () {}.constructor; module.exports = () =>
 * cached`.
 */
function isKeptForTests({ object, parent }: MemberExpression): boolean {
  const of = bare(object);
  if (!isFunction(of) || (!of.async && !of.generator)) return false;
  let taker = parent;
  while (taker?.type === 'ParenthesizedExpression') taker = taker.parent;
  const variable = taker?.type === 'VariableDeclarator' ? variableOf(taker.id) : undefined;
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  return (
    reads.length > 0 &&
    reads.every(({ identifier }) => {
      const around = treeNode(identifier)?.parent;
      return around?.type === 'ArrowFunctionExpression' && around.params.length === 0;
    })
  );
}

/** Finds calls of what such a module gives: `given()(code)`. */
function tellGiven(
  tracer: Tracer,
  { node, maker }: { node: MemberExpression; maker: ApiValue },
): void {
  const givers = new Set(
    variableOf(takerOf(node))?.references.map(({ identifier }) => treeNode(identifier)?.parent),
  );
  for (const { nodes } of tracer.code.codes.values()) {
    for (const call of nodes.calls) {
      if (call.arguments.length > 0 || !isCalled(call)) continue;
      const functions =
        tracer.callees.of(call.callee) ?? tracer.code.index.functionsOf(call.callee);
      const mayGive = functions?.some((each) => givers.has(each)) ?? isOfModule(call.callee);
      if (mayGive) tracer.add(call, maker);
    }
  }
}

/** True for `require('./given')` and `module.exports`, which may be any function of a file. */
function isOfModule(written: AnyNode): boolean {
  const callee = bare(written);
  if (callee.type === 'CallExpression') return builtinOf(callee.callee) === 'require';
  return callee.type === 'MemberExpression' && writtenName(callee) === 'exports';
}

/** Finds `Reflect.get(() => {}, 'constructor')` and descriptors of it. */
function findReflected(tracer: Tracer, at: { call: CallExpression; maker: ApiValue }): void {
  const { call, maker } = at;
  const name = builtinOf(call.callee) ?? '';
  const isGiven = name === 'Reflect.get';
  if (!isGiven && !/^(?:Object|Reflect)\.getOwnPropertyDescriptor$/.test(name)) return;
  const [of, key] = call.arguments;
  if (of === undefined || key === undefined) return;
  if (!tracer.code.index.strings(key)?.includes('constructor')) return;
  if (!isCertainlyFunction(tracer, of)) return;
  tracer.add(call, isGiven ? maker : tracer.own.holder(call, maker));
}

/** Reports calls that give a function, which is called in turn: `unknown.constructor(code)()`. */
function tellCalls(tracer: Tracer, calls: readonly TracedCall[]): void {
  for (const call of calls) {
    if (call.arguments.length > 0 && isCalled(call)) tell(tracer, call);
  }
}

/** True where the result of a call is called, also through a variable. */
function isCalled(call: TracedCall): boolean {
  return callOf(call) !== undefined || callsOf(takerOf(call)).length > 0;
}

/** Handles a call with texts of what is `Function` if the object is a function. */
function evaluate(tracer: Tracer, { call, maker }: { call: TracedCall; maker: ApiValue }): void {
  const run = evaluationOf(tracer, { call, api: maker });
  runTexts(tracer, { call, what: 'constructor(…)', isOfGlobals: true, run });
}

function tell(tracer: Tracer, node: AnyNode): void {
  tracer.findings.unknownOfGlobals(node, { reason: 'evaluated-code', what: 'constructor(…)' });
}

function callOf(node: AnyNode): TracedCall | undefined {
  const { parent } = node;
  if (parent?.type === 'MemberExpression' && parent.object === node) {
    return /^(?:call|apply|bind)$/.test(writtenName(parent) ?? '') ? callOf(parent) : undefined;
  }
  const isCall = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
  return isCall && parent.callee === node ? parent : undefined;
}

/** The variable that a constructor is assigned to. */
function takerOf({ parent }: AnyNode): AnyNode | undefined {
  if (parent?.type === 'VariableDeclarator') return parent.id;
  return parent?.type === 'AssignmentExpression' ? parent.left : undefined;
}

/** The calls of a variable. */
function callsOf(name: AnyNode | undefined): TracedCall[] {
  return (variableOf(name)?.references ?? []).flatMap(({ identifier }) => {
    const use = treeNode(identifier);
    return (use && callOf(use)) ?? [];
  });
}

/** True for obfuscated code such as `[][a][b]('code')`, with two computed names on a literal. */
function isOfLiteral(tracer: Tracer, node: MemberExpression): boolean {
  const inner = bare(node.object);
  if (inner.type !== 'MemberExpression' || !inner.computed || !node.computed) return false;
  const of = bare(inner.object);
  const isEmpty = of.type === 'ArrayExpression' && of.elements.length === 0;
  if (!isEmpty && of.type !== 'Literal' && of.type !== 'BinaryExpression') return false;
  return tracer.namesOf(node) === null;
}
