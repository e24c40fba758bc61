import type { AnyNode } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { writtenName } from '../syntax/syntax.ts';
import { viaOf } from '../trace/called-with.ts';
import type { TracedCall } from '../trace/call-links.ts';
import type { Tracer } from '../trace/tracer.ts';
import type { ApiValue } from '../values/value.ts';
import { type Evaluation, type HowRun, mostAlternatives } from './evaluation.ts';

const howRun: ReadonlyMap<string, HowRun> = new Map([
  ['global:eval', 'indirect'],
  ['global:Function', 'function'],
  ['vm:runInThisContext', 'script'],
  ['vm:runInContext', 'context'],
  ['vm:runInNewContext', 'context'],
  ['vm:compileFunction', 'function'],
  ['vm:Script', 'stored'],
  ['vm:createScript', 'stored'],
]);

/** What a call runs; null where that isn't known. */
export function evaluationOf(
  tracer: Tracer,
  { call, api }: { call: TracedCall; api: ApiValue },
): Evaluation | null {
  const how = api.id === 'global:eval' && isDirectEval(call) ? 'direct' : howRun.get(api.id);
  return evaluationWith(tracer, { call, api, how, given: writtenArguments(call) });
}

/**
 * What a call runs that is handed a function for texts: `Reflect.apply(eval, null, [text])`,
 * `texts.forEach(eval)`. Null where that isn't known.
 */
export function handedEvaluation(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; api: ApiValue },
): Evaluation | null {
  const { call, node, api } = at;
  const how = howRun.get(api.id);
  const { callee, arguments: given } = call;
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  const { changed, functions } = tracer.code.index;
  if (callee.type !== 'MemberExpression' || name === undefined || given[0] !== node) return null;
  if (changed.has(name) || functions.has(name)) return null;
  if (/^Reflect\.(?:apply|construct)$/.test(builtinOf(callee) ?? '')) {
    if (!isItself(tracer, 'Reflect') || isInWith(call)) return null;
    const isWhole = given.length === (name === 'apply' ? 3 : 2);
    const list = isWhole ? elementsOf(given.at(-1)) : null;
    return evaluationWith(tracer, { call, api, how, given: list });
  }
  // what a list makes of the results isn't followed; the texts may be written behind the call already
  const isWritten = tracer.codeOf(call)?.grafts?.calls.has(call.start) === true;
  const isDropped = isWritten || call.parent?.type === 'ExpressionStatement' || name === 'forEach';
  if (api.id !== 'global:eval' || !isDropped || !/^(?:forEach|map)$/.test(name)) return null;
  const runs = elementsOf(callee.object)?.map((text) =>
    evaluationWith(tracer, { call, api, how, given: [text] }),
  );
  const texts = runs?.every((run) => run !== null) ? runs.flatMap((run) => run.texts) : [];
  return how === undefined || texts.length === 0 || texts.length > mostAlternatives
    ? null
    : { call, how, texts, isHarmless: false };
}

/** True where all that code does with a global object is to call methods of it by their names. */
function isItself(tracer: Tracer, name: string): boolean {
  const { code } = tracer;
  if (code.index.changed.has(name) || code.index.functions.has(name)) return false;
  return [...code.codes.values()].every(({ unbound }) =>
    (unbound.get(name) ?? []).every((use) => {
      const { parent } = use;
      const isMember = parent?.type === 'MemberExpression' && parent.object === use;
      const call = isMember && writtenName(parent) !== undefined ? parent.parent : undefined;
      return call?.type === 'CallExpression' && call.callee === parent;
    }),
  );
}

function isInWith(node: AnyNode): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.type === 'WithStatement') return true;
  }
  return false;
}

/** The elements of a list that is written out; null for others. */
function elementsOf(list: AnyNode | undefined): AnyNode[] | null {
  if (list?.type !== 'ArrayExpression') return null;
  const known = list.elements.filter((each) => each !== null && each.type !== 'SpreadElement');
  return known.length < list.elements.length ? null : known.filter((each) => each !== null);
}

function evaluationWith(
  tracer: Tracer,
  run: {
    call: TracedCall;
    api: ApiValue;
    how: HowRun | undefined;
    given: readonly AnyNode[] | null;
  },
): Evaluation | null {
  const { call, api, how, given } = run;
  if (how === undefined || given === null) return null;
  const parts = partsOf(given, { how, isOfVm: api.id.startsWith('vm:') });
  let texts: string[][] = [[]];
  for (const part of parts ?? [undefined]) {
    const found = part === undefined ? null : tracer.code.index.strings(part);
    if (found === null || texts.length * found.length > mostAlternatives) return null;
    texts = texts.flatMap((before) => found.map((text) => [...before, text]));
  }
  if (texts.length === 0) return null;
  const context = how === 'context' ? given[1] : undefined;
  return { call, how, texts, isHarmless: false, ...(context === undefined ? {} : { context }) };
}

/** The arguments that are texts, the body last; null where others decide as well. */
function partsOf(
  given: readonly AnyNode[],
  { how, isOfVm }: { how: HowRun; isOfVm: boolean },
): readonly AnyNode[] | null {
  if (!isOfVm) return how === 'function' ? given : given.slice(0, 1);
  const [code, second] = given;
  const options = how === 'function' || how === 'context' ? given[2] : second;
  if (code === undefined || !hasPlainOptions(options)) return null;
  if (how !== 'function' || second === undefined) return [code];
  if (second.type !== 'ArrayExpression') return null;
  const names = second.elements.flatMap((each) => each ?? []);
  return [...names, code];
}

/** True for options that only say where the code comes from; a text is the name of a file. */
function hasPlainOptions(options: AnyNode | undefined): boolean {
  if (options === undefined || options.type === 'Literal') return true;
  if (options.type !== 'ObjectExpression') return false;
  return options.properties.every(
    (each) => each.type === 'Property' && plainOptions.test(writtenName(each) ?? ''),
  );
}

const plainOptions =
  /^(?:filename|lineOffset|columnOffset|displayErrors|timeout|breakOnSigint|produceCachedData|contextName|contextOrigin)$/;

/** True for `eval(…)` itself: by any other name it doesn't know the variables around it. */
function isDirectEval(call: TracedCall): boolean {
  const { callee } = call;
  if (call.type !== 'CallExpression' || call.optional || callee.type !== 'Identifier') return false;
  return callee.name === 'eval' && callee.variable === undefined;
}

/** The arguments that a function gets, also by `call` and `apply`; null where they aren't written out. */
export function writtenArguments(call: TracedCall): readonly AnyNode[] | null {
  const via = viaOf(call);
  let given: readonly (AnyNode | null)[] = call.arguments;
  if (via === 'apply') {
    const list = given[1];
    if (list?.type !== 'ArrayExpression') return null;
    given = list.elements;
  } else if (via === 'call') given = given.slice(1);
  const known = given.filter((each) => each !== null && each.type !== 'SpreadElement');
  return via === 'bind' || known.length < given.length
    ? null
    : known.filter((each) => each !== null);
}
