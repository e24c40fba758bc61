import { isGeneratorRunner } from './generator-runner.ts';
import type { AnyNode } from 'acorn';
import type { FunctionNode } from '../syntax/syntax.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';
import { followElements, type ListValue, type Value } from '../values/value.ts';

/** Methods that call a function with elements, by the positions of its parameters that get one. */
const callsBack: Readonly<Record<string, readonly number[]>> = {
  every: [0],
  filter: [0],
  find: [0],
  findIndex: [0],
  findLast: [0],
  findLastIndex: [0],
  flatMap: [0],
  forEach: [0],
  map: [0],
  reduce: [0, 1],
  reduceRight: [0, 1],
  some: [0],
  sort: [0, 1],
  toSorted: [0, 1],
};

/** Methods whose result is an element. */
const givesElement = /^(?:pop|shift|at|find|findLast|reduce|reduceRight)$/;

/** Methods whose result contains elements, also as `value` of a step, or is promised. */
const givesList =
  /^(?:concat|copyWithin|fill|filter|finally|catch|flatMap|map|next|return|reverse|slice|sort|splice|then|throw|toReversed|toSorted|toSpliced|values|with)$/;

/** Methods whose result contains no element. */
const givesNone =
  /^(?:every|findIndex|findLastIndex|forEach|includes|indexOf|join|keys|lastIndexOf|push|some|toString|unshift)$/;

/** Handles a call of a list, or of one of its methods. A method that nobody knows may do anything. */
export function callList(tracer: Tracer, at: { call: TracedCall; list: ListValue }): void {
  const { call, list } = at;
  const { callee } = call;
  if (callee.type !== 'MemberExpression') {
    return followElements(list, (element) => tracer.add(call, element));
  }
  if (isGeneratorRunner(tracer, call)) return tracer.judge();
  const names = tracer.namesOf(callee);
  if (names === null) return tracer.escape(call, list);
  for (const name of names) callMethod(tracer, { ...at, name });
}

function callMethod(tracer: Tracer, at: { call: TracedCall; list: ListValue; name: string }): void {
  const { call, list, name } = at;
  giveToCallback(tracer, at);
  if (givesElement.test(name)) followElements(list, (element) => tracer.add(call, element));
  else if (name === 'flat') {
    followElements(list, (each) => tracer.add(call, each.kind === 'list' ? each : list));
    flatten(tracer, call, list);
  } else if (name === 'flatMap') {
    tracer.add(call, list);
    followElements(list, (each) => each.kind === 'list' && tracer.add(call, each));
  } else if (name === 'entries') tracer.add(call, tracer.own.list(call, list));
  else if (givesList.test(name)) tracer.add(call, list);
  else if (givesNone.test(name)) tracer.judge();
  else tracer.escape(call, list);
}

/** Gives a call all lists in a list, however deep: `list.flat(Infinity)`. Each is looked into once. */
function flatten(tracer: Tracer, call: TracedCall, list: ListValue): void {
  const seen = flattened.get(call) ?? new Set();
  flattened.set(call, seen);
  if (seen.has(list)) return;
  seen.add(list);
  followElements(list, (each) => {
    if (each.kind !== 'list') return;
    tracer.add(call, each);
    flatten(tracer, call, each);
  });
}

/** The lists whose lists a call gives already. */
const flattened = new WeakMap<TracedCall, Set<ListValue>>();

function giveToCallback(
  tracer: Tracer,
  { call, list, name }: { call: TracedCall; list: ListValue; name: string },
): void {
  const [callback] = call.arguments;
  if (callback === undefined) return;
  const functions = tracer.code.index.functionsOf(callback);
  if (name === 'then') {
    for (const to of functions ?? []) {
      bindParameter(tracer, { to, nth: 0, value: list, callee: callback });
    }
    return;
  }
  const places = Object.hasOwn(callsBack, name) ? callsBack[name] : undefined;
  if (places === undefined) return;
  if (functions === null) tracer.escape(call, list);
  for (const to of functions ?? []) {
    takeFromCallback(tracer, { call, to, name });
    for (const nth of places) {
      followElements(list, (value) => {
        bindParameter(tracer, { to, nth, value, callee: callback });
      });
    }
  }
}

/** Gives a call what its callback makes of the elements. */
function takeFromCallback(
  tracer: Tracer,
  { call, to, name }: { call: TracedCall; to: FunctionNode; name: string },
): void {
  if (!/^(?:map|flatMap|reduce|reduceRight)$/.test(name)) return;
  followElements(tracer.own.results(to), (made) => {
    const isInList = name === 'map' || (name === 'flatMap' && made.kind !== 'list');
    tracer.add(call, isInList ? tracer.own.list(call, made) : made);
    // what `reduce` made of some elements comes with the next
    if (name.startsWith('reduce')) bindParameter(tracer, { to, nth: 0, value: made });
  });
}

/**
 * Gives a value to a parameter of a function, by its position; and to those behind it, where the function may have
 * been given others beforehand.
 */
export function bindParameter(
  tracer: Tracer,
  at: { to: FunctionNode; nth: number; value: Value; callee?: AnyNode },
): void {
  const { to, nth, value, callee } = at;
  if (nth < 0) return;
  if (tracer.bound().has(to, callee)) return bindParametersFrom(tracer, at);
  const last = to.params.at(-1);
  const parameter = to.params[nth] ?? (last?.type === 'RestElement' ? last : undefined);
  if (parameter?.type === 'RestElement') tracer.bind(parameter, tracer.own.list(parameter, value));
  else if (parameter !== undefined) tracer.bind(parameter, value);
}

/** Gives a value to a parameter of a function and to all behind it, one of which gets it. */
export function bindParametersFrom(
  tracer: Tracer,
  { to, nth, value }: { to: FunctionNode; nth: number; value: Value },
): void {
  for (const parameter of to.params.slice(Math.min(nth, to.params.length - 1))) {
    if (parameter.type !== 'RestElement') tracer.bind(parameter, value);
    else tracer.bind(parameter, tracer.own.list(parameter, value));
  }
}
