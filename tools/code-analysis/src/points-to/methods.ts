import type { Call, Calls } from './calls.ts';
import type { Cell } from './solver.ts';
import type { Given } from './tokens.ts';

/** What a method of the language gets. */
interface Method {
  calls: Calls;
  call: Call;
  /** The object that it is called on. */
  of: Cell;
  /** The items of that object. */
  items: () => Cell;
}

/** Does what a method that objects of the language have does: `list.push(item)`, `f.call(object)`. */
export function callMethod(calls: Calls, call: Call, name: string): void {
  const { heap } = calls;
  const of = call.of ?? heap.solver.cell();
  const items = () => {
    const cell = heap.solver.cell();
    heap.solver.listen(of, (token) => {
      const thing = heap.thing(token);
      const from = thing.kind === 'generator' ? thing.yields : heap.readAny(token);
      heap.solver.edge(from, cell);
    });
    return cell;
  };
  const does = methods.get(name);
  if (does === undefined) heap.solver.give(call.result, heap.tokens.plain);
  else does({ calls, call, of, items });
}

type Does = (method: Method) => void;

const methods = new Map<string, Does>([
  ['call', callDirectly],
  ['apply', applyList],
  ['bind', bindFunction],
  ['then', then],
  ['catch', then],
  ['finally', then],
  ['valueOf', ({ calls, call, of }) => calls.heap.solver.edge(of, call.result)],
  ['__defineGetter__', defineAccessor],
  ['__defineSetter__', defineAccessor],
  ['__lookupGetter__', loseAll],
  ['__lookupSetter__', loseAll],
  ...['push', 'unshift', 'fill', 'add', 'set', 'with', 'getOrInsert'].map(
    (name) => [name, putItems] as const,
  ),
  ...['pop', 'shift', 'at', 'get', 'deref'].map((name) => [name, giveItem] as const),
  ...['slice', 'reverse', 'toReversed', 'copyWithin', 'subarray', 'values', 'keys', 'take'].map(
    (name) => [name, giveList] as const,
  ),
  ...['drop', 'toArray', '@@iterator', '@@asyncIterator'].map((name) => [name, giveList] as const),
  ...['concat', 'splice', 'toSpliced', 'union', 'intersection', 'difference'].map(
    (name) => [name, joinLists] as const,
  ),
  ['symmetricDifference', joinLists],
  ['flat', flatten],
  ['entries', giveEntries],
  ['sort', sortItems],
  ['toSorted', sortItems],
  ...['forEach', 'some', 'every', 'findIndex', 'findLastIndex'].map(
    (name) => [name, (method: Method) => void callWithItems(method)] as const,
  ),
  ...['find', 'findLast', 'filter'].map((name) => [name, findItems] as const),
  ['map', mapItems],
  ['flatMap', mapItems],
  ['getOrInsertComputed', mapItems],
  ['reduce', reduceItems],
  ['reduceRight', reduceItems],
  ['next', step],
  ['return', step],
  ['throw', step],
]);

function callDirectly({ calls, call, of }: Method): void {
  calls.link({
    ...call,
    depth: (call.depth ?? 0) + 1,
    node: undefined,
    mayLackObject: calls.mayBeMissing(call, 0),
    callee: of,
    of: calls.nth(call.given, 0),
    given: calls.from(call.given, 1),
  });
}

function applyList({ calls, call, of }: Method): void {
  const { solver } = calls.heap;
  const list = calls.nth(call.given, 1);
  const more = solver.cell();
  if (list !== null) calls.iterate(list, more);
  // anything with numbered properties will do
  if (list !== null) {
    solver.listen(list, (token) => solver.edge(calls.heap.readAny(token), more));
  }
  calls.link({
    ...call,
    depth: (call.depth ?? 0) + 1,
    node: undefined,
    mayLackObject: calls.mayBeMissing(call, 0),
    callee: of,
    of: calls.nth(call.given, 0),
    given: { first: [], more },
  });
}

function bindFunction({ calls, call, of }: Method): void {
  const given = calls.from(call.given, 1);
  const { solver } = calls.heap;
  const made = calls.madeAt(call, 'bound', () => {
    return {
      kind: 'bound',
      to: solver.cell(),
      of: solver.cell(),
      given,
      mayLackObject: calls.mayBeMissing(call, 0),
    };
  });
  const bound = calls.heap.thing(made);
  if (bound.kind !== 'bound') return;
  solver.edge(of, bound.to);
  const object = calls.nth(call.given, 0);
  if (object !== null) solver.edge(object, bound.of);
  solver.give(call.result, made);
}

function then({ calls, call, of }: Method): void {
  const { heap } = calls;
  const value = heap.solver.cell();
  const made = calls.madeAt(call, 'then', () => ({ kind: 'promise', value }));
  const thing = heap.thing(made);
  if (thing.kind !== 'promise') return;
  heap.solver.give(call.result, made);
  const settled = heap.solver.cell();
  calls.settle(of, settled);
  const given = heap.solver.cell();
  heap.solver.edge(settled, given);
  heap.solver.give(given, heap.tokens.outside);
  const result = heap.solver.cell();
  for (const each of calls.all(call.given)) {
    calls.call(call, each, { given: { first: [given], more: null }, result });
  }
  calls.settle(result, thing.value);
  heap.solver.edge(settled, thing.value);
}

function defineAccessor({ calls, call, of }: Method): void {
  const { heap } = calls;
  const accessor = calls.nth(call.given, 1);
  if (accessor === null) return;
  heap.solver.listen(of, (token) => {
    for (const kind of ['get', 'set'] as const) {
      heap.addAccessor(token, { kind, name: null, accessor });
    }
  });
}

function loseAll({ calls }: Method): void {
  calls.heap.isLost = true;
}

function putItems({ calls, call, of }: Method): void {
  const { heap } = calls;
  heap.solver.listen(of, (token) => {
    for (const each of calls.all(call.given)) heap.writeAny(token, each);
  });
  heap.solver.edge(of, call.result);
}

function giveItem({ calls, call, items }: Method): void {
  calls.heap.solver.edge(items(), call.result);
}

/** Gives a new list with these items. */
function giveNew({ calls, call }: Method, items: Cell): void {
  const list = calls.madeAt(call, 'list', () => ({ kind: 'list' }));
  calls.heap.solver.edge(items, calls.heap.items(list));
  calls.heap.solver.give(call.result, list);
}

function giveList(method: Method): void {
  const { calls, call, of } = method;
  giveNew(method, method.items());
  calls.heap.solver.edge(of, call.result);
}

function joinLists(method: Method): void {
  const { calls, call, of } = method;
  const { heap } = calls;
  const items = heap.solver.cell();
  heap.solver.edge(method.items(), items);
  for (const each of calls.all(call.given)) {
    heap.solver.edge(each, items);
    calls.iterate(each, items);
    // `splice` puts them into the list
    heap.solver.listen(of, (token) => heap.writeAny(token, each));
  }
  giveNew(method, items);
}

function flatten(method: Method): void {
  const { calls } = method;
  const items = calls.heap.solver.cell();
  calls.heap.solver.edge(method.items(), items);
  calls.iterate(items, items);
  giveNew(method, items);
}

function giveEntries(method: Method): void {
  const { calls, call } = method;
  const { heap } = calls;
  const pair = calls.madeAt(call, 'pair', () => ({ kind: 'list' }));
  heap.solver.edge(method.items(), heap.items(pair));
  heap.solver.give(heap.items(pair), heap.tokens.plain);
  giveNew(method, heap.cellOf(pair));
}

/** Calls what a call was given with the items. @returns what the function gives */
function callWithItems({ calls, call, of, items }: Method): Cell {
  const { heap } = calls;
  const item = items();
  const plain = heap.cellOf(heap.tokens.plain);
  // of a map the second one is the key
  const second = heap.solver.cell();
  heap.solver.edge(item, second);
  heap.solver.edge(plain, second);
  const result = heap.solver.cell();
  const [callback, object] = [calls.nth(call.given, 0), calls.nth(call.given, 1)];
  if (callback !== null) {
    calls.call(call, callback, {
      of: object,
      mayLackObject: true,
      given: { first: [item, second, of], more: null },
      result,
    });
  }
  return result;
}

function findItems(method: Method): void {
  const { calls, call } = method;
  callWithItems(method);
  const items = method.items();
  calls.heap.solver.edge(items, call.result);
  giveNew(method, items);
}

function mapItems(method: Method): void {
  const { calls } = method;
  const result = callWithItems(method);
  const items = calls.heap.solver.cell();
  calls.heap.solver.edge(result, items);
  calls.iterate(result, items);
  calls.heap.solver.edge(result, method.call.result);
  giveNew(method, items);
}

function reduceItems({ calls, call, of, items }: Method): void {
  const { heap } = calls;
  const item = items();
  const whole = heap.solver.cell();
  heap.solver.edge(item, whole);
  const [callback, first] = [calls.nth(call.given, 0), calls.nth(call.given, 1)];
  if (first !== null) heap.solver.edge(first, whole);
  const given: Given = {
    first: [whole, item, heap.cellOf(heap.tokens.plain), of],
    more: null,
  };
  if (callback !== null) calls.call(call, callback, { given, result: whole });
  heap.solver.edge(whole, call.result);
}

function sortItems(method: Method): void {
  const { calls, call, of } = method;
  const item = method.items();
  const callback = calls.nth(call.given, 0);
  const result = calls.heap.solver.cell();
  if (callback !== null) {
    calls.call(call, callback, { given: { first: [item, item], more: null }, result });
  }
  giveNew(method, item);
  calls.heap.solver.edge(of, call.result);
}

/** A step of an iterator or generator: `{ value, done }`. */
function step({ calls, call, of, items }: Method): void {
  const { heap } = calls;
  const made = calls.madeAt(call, 'step', () => ({ kind: 'object' }));
  const value = heap.own(made, 'value');
  heap.solver.edge(items(), value);
  heap.solver.listen(of, (token) => {
    const thing = heap.thing(token);
    if (thing.kind !== 'generator') return;
    heap.solver.edge(thing.returns, value);
    for (const each of calls.all(call.given)) {
      heap.solver.edge(each, thing.sent);
      heap.solver.edge(each, value);
      heap.leave(each);
    }
  });
  const promise = calls.madeAt(call, 'step later', () => ({ kind: 'promise', value: heap.cellOf(made) }));
  heap.solver.give(call.result, made);
  heap.solver.give(call.result, promise);
}
