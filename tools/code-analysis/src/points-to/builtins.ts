import type { Call, Calls } from './calls.ts';
import type { Cell } from './solver.ts';
import type { Thing } from './tokens.ts';

/** What a function of the language gets. */
interface Builtin {
  calls: Calls;
  call: Call;
  path: string;
  /** An argument; an empty cell where there is none. */
  nth: (at: number) => Cell;
}

/** Does what a function of the language does: `Object.assign(target, source)`. Unknown ones may do anything. */
export function callBuiltin(calls: Calls, call: Call, path: string): void {
  const { heap } = calls;
  const nth = (at: number) => calls.nth(call.given, at) ?? heap.solver.cell();
  const name = path.replace(/^(?:globalThis|global|window|self)\./, '');
  const does = builtins.get(name);
  const builtin: Builtin = { calls, call, path: name, nth };
  if (does !== undefined) return does(builtin);
  if (call.isNew && makesPlain.test(name)) return makeObject(builtin);
  if (onlyLooks.test(name)) return void heap.solver.give(call.result, heap.tokens.plain);
  for (const each of calls.all(call.given)) heap.leave(each);
  heap.solver.give(call.result, heap.tokens.outside);
}

/** Functions that neither keep nor pass on what they are given. */
const onlyLooks =
  /^(?:console|Math|Number|BigInt|Intl|performance|Atomics)(?:\.\w+)*$|^(?:String|Boolean|Symbol|parseInt|parseFloat|isNaN|isFinite|encodeURIComponent|decodeURIComponent|encodeURI|decodeURI|escape|unescape|atob|btoa|clearTimeout|clearInterval|clearImmediate|Date|RegExp)$|^(?:String|Symbol|Date|RegExp)\.\w+$|^Array\.isArray$|^Object\.(?:is|isFrozen|isSealed|isExtensible|hasOwn)$|^Reflect\.(?:has|isExtensible)$|^(?:String|Number|Date|RegExp|Boolean|Symbol)\.prototype\.\w+$/;

/** Classes whose objects hold texts and numbers. */
const makesPlain =
  /^(?:\w*Error|Date|RegExp|URL|URLSearchParams|TextEncoder|TextDecoder|\w+Array|ArrayBuffer|SharedArrayBuffer|DataView|Boolean|Number|String|AbortController)$/;

type Does = (builtin: Builtin) => void;

const builtins = new Map<string, Does>([
  ['Object', ({ call, calls, nth }) => calls.heap.solver.edge(nth(0), call.result)],
  ['Object.assign', assign],
  ['Object.create', create],
  ['Object.defineProperty', defineProperty],
  ['Reflect.defineProperty', defineProperty],
  ['Object.defineProperties', defineProperties],
  ['Object.setPrototypeOf', setPrototype],
  ['Reflect.setPrototypeOf', setPrototype],
  ['Object.getPrototypeOf', getPrototype],
  ['Reflect.getPrototypeOf', getPrototype],
  ...['freeze', 'seal', 'preventExtensions'].map(
    (name) => [`Object.${name}`, giveFirst] as const,
  ),
  ...['keys', 'getOwnPropertyNames'].map((name) => [`Object.${name}`, giveNames] as const),
  ['Reflect.ownKeys', giveNames],
  ['Object.getOwnPropertySymbols', giveNames],
  ['Object.values', giveValues],
  ['Object.entries', giveEntries],
  ['Object.fromEntries', fromEntries],
  ['Object.getOwnPropertyDescriptor', describe],
  ['Reflect.getOwnPropertyDescriptor', describe],
  ['Object.getOwnPropertyDescriptors', describeAll],
  ['Reflect.get', readAny],
  ['Reflect.set', writeAny],
  ['Reflect.apply', apply],
  ['Reflect.construct', construct],
  ['Array', makeList],
  ['Array.of', makeList],
  ['Array.from', fromList],
  ['Array.fromAsync', fromList],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef'].map((name) => [name, makeCollection] as const),
  ['Promise', makePromise],
  ['Promise.resolve', resolve],
  ['Promise.reject', reject],
  ...['all', 'allSettled'].map((name) => [`Promise.${name}`, all] as const),
  ...['race', 'any'].map((name) => [`Promise.${name}`, race] as const),
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'process.nextTick'].map(
    (name) => [name, later] as const,
  ),
  ['requestAnimationFrame', later],
  ['JSON.parse', parse],
  ['JSON.stringify', stringify],
]);

function makeNew({ calls, call }: Builtin, key: string, thing: () => Thing): number {
  const made = calls.madeAt(call, key, thing);
  calls.heap.solver.give(call.result, made);
  return made;
}

function makeObject(builtin: Builtin): void {
  const { calls, call } = builtin;
  const { heap } = calls;
  const made = makeNew(builtin, 'object', () => ({ kind: 'object' }));
  heap.solver.give(heap.items(made), heap.tokens.plain);
  // the cause of an error
  for (const each of calls.all(call.given)) {
    heap.solver.listen(each, (token) => heap.solver.edge(heap.read(token, 'cause'), heap.own(made, 'cause')));
    calls.iterate(each, heap.own(made, 'errors'));
  }
}

function giveFirst({ calls, call, nth }: Builtin): void {
  calls.heap.solver.edge(nth(0), call.result);
}

/** Gives one object all properties of another, each under its name. */
export function copyProperties(calls: Calls, from: Cell, to: Cell): void {
  const { heap } = calls;
  heap.solver.listen(to, (target) => {
    heap.solver.listen(from, (source) => {
      if (source !== target) heap.copy(source, target);
    });
  });
}

function assign({ calls, call, nth }: Builtin): void {
  const target = nth(0);
  const { first, more } = calls.from(call.given, 1);
  for (const each of more === null ? first : [...first, more]) copyProperties(calls, each, target);
  calls.heap.solver.edge(target, call.result);
}

function create(builtin: Builtin): void {
  const { calls, nth } = builtin;
  const made = makeNew(builtin, 'object', () => ({ kind: 'object' }));
  calls.heap.solver.edge(nth(0), calls.heap.prototypes(made));
  defineAll(calls, calls.heap.cellOf(made), nth(1));
}

function defineProperty({ calls, call, nth }: Builtin): void {
  const [target, descriptor] = [nth(0), nth(2)];
  calls.heap.solver.edge(target, call.result);
  const names = calls.namesOf(call, 1);
  defineBy(calls, { target, descriptor, names });
}

/** Defines what a descriptor says, under names that are known, or under any. */
export function defineBy(
  calls: Calls,
  of: { target: Cell; descriptor: Cell; names: readonly string[] | null },
): void {
  const { heap } = calls;
  const { solver } = heap;
  solver.listen(of.target, (target) => {
    solver.listen(of.descriptor, (descriptor) => {
      const value = heap.read(descriptor, 'value');
      for (const name of of.names ?? []) heap.write(target, name, value);
      if (of.names === null) heap.writeAny(target, value);
      for (const kind of ['get', 'set'] as const) {
        const accessor = heap.read(descriptor, kind);
        for (const name of of.names ?? [null]) {
          if (heap.isOwnObject(target)) heap.addAccessor(target, { kind, name, accessor });
          else heap.leave(accessor);
        }
      }
    });
  });
}

function defineProperties({ calls, call, nth }: Builtin): void {
  calls.heap.solver.edge(nth(0), call.result);
  defineAll(calls, nth(0), nth(1));
}

function defineAll(calls: Calls, target: Cell, descriptors: Cell): void {
  const { heap } = calls;
  heap.solver.listen(descriptors, (token) => {
    heap.eachOwn(token, (name, descriptor) => {
      defineBy(calls, { target, descriptor, names: name === null ? null : [name] });
    });
  });
}

function setPrototype({ calls, call, nth }: Builtin): void {
  const { heap } = calls;
  heap.solver.edge(nth(0), call.result);
  heap.solver.listen(nth(0), (token) => {
    if (heap.isOwnObject(token)) heap.solver.edge(nth(1), heap.prototypes(token));
    else heap.leave(nth(1));
  });
}

function getPrototype({ calls, call, nth }: Builtin): void {
  const { heap } = calls;
  heap.solver.listen(nth(0), (token) => {
    heap.solver.edge(
      heap.isOwnObject(token) ? heap.prototypes(token) : heap.readAny(token),
      call.result,
    );
    const { kind } = heap.thing(token);
    if (kind === 'list') heap.solver.give(call.result, heap.tokens.builtin('Array.prototype'));
    if (kind === 'function' || kind === 'class') {
      heap.solver.give(call.result, heap.tokens.builtin('Function.prototype'));
    }
    if (kind !== 'builtin') {
      heap.solver.give(call.result, heap.tokens.builtin('Object.prototype'));
    }
  });
}

function giveNames(builtin: Builtin): void {
  const { heap } = builtin.calls;
  const list = makeNew(builtin, 'list', () => ({ kind: 'list' }));
  heap.solver.give(heap.items(list), heap.tokens.plain);
}

function ownValues({ calls, nth }: Builtin): Cell {
  const { heap } = calls;
  const cell = heap.solver.cell();
  heap.solver.listen(nth(0), (token) => heap.solver.edge(heap.readAny(token), cell));
  return cell;
}

function giveValues(builtin: Builtin): void {
  const { heap } = builtin.calls;
  const list = makeNew(builtin, 'list', () => ({ kind: 'list' }));
  heap.solver.edge(ownValues(builtin), heap.items(list));
}

function giveEntries(builtin: Builtin): void {
  const { heap } = builtin.calls;
  const list = makeNew(builtin, 'list', () => ({ kind: 'list' }));
  const pair = builtin.calls.madeAt(builtin.call, 'pair', () => ({ kind: 'list' }));
  heap.solver.give(heap.items(list), pair);
  heap.solver.give(heap.own(pair, '0'), heap.tokens.plain);
  heap.solver.edge(ownValues(builtin), heap.own(pair, '1'));
}

function fromEntries(builtin: Builtin): void {
  const { calls, nth } = builtin;
  const { heap } = calls;
  const made = makeNew(builtin, 'object', () => ({ kind: 'object' }));
  const pair = heap.solver.cell();
  calls.iterate(nth(0), pair);
  heap.solver.listen(pair, (token) => heap.solver.edge(heap.readAny(token), heap.items(made)));
}

function describe(builtin: Builtin): void {
  const { calls, call, nth } = builtin;
  const { heap } = calls;
  const made = makeNew(builtin, 'descriptor', () => ({ kind: 'object' }));
  const names = calls.namesOf(call, 1);
  heap.solver.listen(nth(0), (token) => {
    const value = heap.own(made, 'value');
    if (names === null) heap.solver.edge(heap.readAny(token), value);
    else for (const name of names) heap.solver.edge(heap.read(token, name), value);
    heap.eachAccessor(token, (kind, accessor) => {
      heap.solver.edge(accessor, heap.own(made, kind));
    });
  });
}

function describeAll(builtin: Builtin): void {
  const { calls, call } = builtin;
  const made = makeNew(builtin, 'descriptors', () => ({ kind: 'object' }));
  const one = calls.madeAt(call, 'descriptor', () => ({ kind: 'object' }));
  const { heap } = calls;
  heap.solver.give(heap.items(made), one);
  heap.solver.edge(ownValues(builtin), heap.own(one, 'value'));
  heap.solver.listen(builtin.nth(0), (token) => {
    heap.eachAccessor(token, (kind, accessor) => heap.solver.edge(accessor, heap.own(one, kind)));
  });
}

function readAny({ calls, call, nth }: Builtin): void {
  const { heap } = calls;
  const names = calls.namesOf(call, 1);
  heap.solver.listen(nth(0), (token) => {
    if (names === null) heap.solver.edge(heap.readAny(token), call.result);
    else for (const name of names) heap.solver.edge(heap.read(token, name), call.result);
    heap.eachAccessor(token, (kind, accessor) => {
      // a getter for another object
      if (kind === 'get') {
        calls.call(call, accessor, {
          of: nth(2),
          given: { first: [], more: null },
          result: call.result,
        });
      }
    });
  });
}

function writeAny({ calls, call, nth }: Builtin): void {
  const { heap } = calls;
  const names = calls.namesOf(call, 1);
  for (const target of [nth(0), nth(3)]) {
    heap.solver.listen(target, (token) => {
      if (names === null) heap.writeAny(token, nth(2));
      else for (const name of names) heap.write(token, name, nth(2));
    });
  }
}

function apply({ calls, call, nth }: Builtin): void {
  const more = calls.heap.solver.cell();
  calls.iterate(nth(2), more);
  calls.heap.solver.listen(nth(2), (token) => {
    calls.heap.solver.edge(calls.heap.readAny(token), more);
  });
  calls.call(call, nth(0), {
    of: nth(1),
    mayLackObject: calls.mayBeMissing(call, 1),
    given: { first: [], more },
    result: call.result,
  });
}

function construct({ calls, call, nth }: Builtin): void {
  const more = calls.heap.solver.cell();
  calls.iterate(nth(1), more);
  for (const callee of [nth(0), nth(2)]) {
    calls.call(call, callee, { given: { first: [], more }, result: call.result, isNew: true });
  }
}

function makeList(builtin: Builtin): void {
  const { calls, call } = builtin;
  const list = makeNew(builtin, 'list', () => ({ kind: 'list' }));
  for (const each of calls.all(call.given)) calls.heap.solver.edge(each, calls.heap.items(list));
}

function fromList(builtin: Builtin): void {
  const { calls, call, nth } = builtin;
  const { heap } = calls;
  const list = makeNew(builtin, 'list', () => ({ kind: 'list' }));
  const item = heap.solver.cell();
  calls.iterate(nth(0), item, { isAsync: builtin.path.endsWith('Async') });
  heap.solver.listen(nth(0), (token) => heap.solver.edge(heap.readAny(token), item));
  heap.solver.edge(item, heap.items(list));
  const plain = heap.cellOf(heap.tokens.plain);
  calls.call(call, nth(1), {
    of: nth(2),
    mayLackObject: true,
    given: { first: [item, plain], more: null },
    result: heap.items(list),
  });
  if (!builtin.path.endsWith('Async')) return;
  makeNew(builtin, 'later', () => ({ kind: 'promise', value: heap.cellOf(list) }));
}

function makeCollection(builtin: Builtin): void {
  const { calls, call } = builtin;
  const { heap } = calls;
  const made = makeNew(builtin, 'collection', () => ({ kind: 'list' }));
  for (const each of calls.all(call.given)) {
    const item = heap.solver.cell();
    calls.iterate(each, item);
    if (builtin.path === 'WeakRef') heap.solver.edge(each, item);
    heap.solver.edge(item, heap.items(made));
    // pairs of a map
    heap.solver.listen(item, (token) => {
      if (heap.thing(token).kind === 'list') {
        heap.solver.edge(heap.readAny(token), heap.items(made));
      }
    });
  }
  // the object of a class that extends it
  if (call.of !== null) copyItems(calls, call.of, made);
}

function copyItems(calls: Calls, of: Cell, from: number): void {
  calls.heap.solver.listen(of, (token) => {
    calls.heap.solver.edge(calls.heap.items(from), calls.heap.items(token));
  });
}

function makePromise(builtin: Builtin): void {
  const { calls, call, nth } = builtin;
  const { heap } = calls;
  const made = makeNew(builtin, 'promise', () => ({ kind: 'promise', value: heap.solver.cell() }));
  const thing = heap.thing(made);
  if (thing.kind !== 'promise') return;
  const resolver = calls.madeAt(call, 'resolve', () => ({ kind: 'setter', to: thing.value }));
  const rejecter = calls.madeAt(call, 'reject', () => ({ kind: 'setter', to: heap.out }));
  const first = [heap.cellOf(resolver), heap.cellOf(rejecter)];
  calls.call(call, nth(0), { given: { first, more: null }, result: heap.solver.cell() });
  if (call.of !== null) heap.solver.listen(call.of, (token) => {
    if (heap.thing(token).kind !== 'instance') return;
    heap.solver.give(heap.prototypes(token), made);
  });
}

function giveLater(builtin: Builtin, key: string): Cell {
  const { heap } = builtin.calls;
  const made = makeNew(builtin, key, () => ({ kind: 'promise', value: heap.solver.cell() }));
  const thing = heap.thing(made);
  return thing.kind === 'promise' ? thing.value : heap.solver.cell();
}

function resolve(builtin: Builtin): void {
  builtin.calls.settle(builtin.nth(0), giveLater(builtin, 'promise'));
}

function reject({ calls, nth, ...of }: Builtin): void {
  giveLater({ calls, nth, ...of }, 'promise');
  calls.heap.leave(nth(0));
}

function all(builtin: Builtin): void {
  const { calls, call, nth } = builtin;
  const { heap } = calls;
  const value = giveLater(builtin, 'promise');
  const list = calls.madeAt(call, 'list', () => ({ kind: 'list' }));
  heap.solver.give(value, list);
  const item = heap.solver.cell();
  calls.iterate(nth(0), item);
  const settled = heap.solver.cell();
  calls.settle(item, settled);
  heap.solver.edge(settled, heap.items(list));
  if (!builtin.path.endsWith('Settled')) return;
  const one = calls.madeAt(call, 'settled', () => ({ kind: 'object' }));
  heap.solver.give(heap.items(list), one);
  heap.solver.edge(settled, heap.own(one, 'value'));
  heap.solver.give(heap.own(one, 'reason'), heap.tokens.outside);
}

function race(builtin: Builtin): void {
  const { calls, nth } = builtin;
  const item = calls.heap.solver.cell();
  calls.iterate(nth(0), item);
  calls.settle(item, giveLater(builtin, 'promise'));
}

function later({ calls, call, nth, path }: Builtin): void {
  const { heap } = calls;
  const skipped = path === 'setTimeout' || path === 'setInterval' ? 2 : 1;
  const given = calls.from(call.given, skipped);
  const outside = heap.cellOf(heap.tokens.outside);
  calls.call(call, nth(0), { of: outside, given, result: heap.solver.cell() });
  heap.solver.give(call.result, heap.tokens.outside);
}

function parse(builtin: Builtin): void {
  const { calls, call, nth } = builtin;
  const { heap } = calls;
  heap.solver.give(call.result, heap.tokens.plain);
  const made = makeNew(builtin, 'object', () => ({ kind: 'list' }));
  heap.solver.give(heap.items(made), heap.tokens.plain);
  heap.solver.give(heap.items(made), made);
  const value = heap.cellOf(made, heap.tokens.plain);
  heap.solver.edge(heap.items(made), value);
  const plain = heap.cellOf(heap.tokens.plain);
  calls.call(call, nth(1), {
    of: heap.cellOf(made),
    given: { first: [plain, value], more: null },
    result: heap.items(made),
  });
  heap.solver.edge(heap.items(made), call.result);
}

function stringify({ calls, call, nth }: Builtin): void {
  const { heap } = calls;
  heap.solver.give(call.result, heap.tokens.plain);
  heap.leave(nth(1));
  // a replacer, or `toJSON`, sees all that is in it
  heap.solver.listen(nth(1), (token) => {
    if (/^(?:function|bound)$/.test(heap.thing(token).kind)) heap.leave(nth(0));
  });
}
