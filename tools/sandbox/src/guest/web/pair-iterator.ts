type Kind = 'entries' | 'keys' | 'values';

interface Position<T> {
  pairs: () => readonly (readonly [string, T])[];
  kind: Kind;
  next: number;
}

/**
 * Makes what iterates over names and values as WebIDL has it: each step reads the pairs that are there by then.
 */
export function makePairIterators<T>(name: string) {
  const positions = new WeakMap<object, Position<T>>();
  const prototype: object = Object.create(Iterator.prototype, {
    next: { value: next, enumerable: true, writable: true, configurable: true },
    [Symbol.toStringTag]: { value: `${name} Iterator`, configurable: true },
  });
  function next(this: object) {
    const position = positions.get(this);
    if (position === undefined) throw new TypeError(`This is no iterator of ${name}.`);
    const pair = position.pairs()[position.next];
    position.next += 1;
    if (pair === undefined) return { value: undefined, done: true };
    const [key, value] = pair;
    const values = { entries: [key, value], keys: key, values: value };
    return { value: values[position.kind], done: false };
  }
  function make(pairs: Position<T>['pairs'], kind: 'entries'): IterableIterator<[string, T]>;
  function make(pairs: Position<T>['pairs'], kind: 'keys'): IterableIterator<string>;
  function make(pairs: Position<T>['pairs'], kind: 'values'): IterableIterator<T>;
  function make(pairs: Position<T>['pairs'], kind: Kind) {
    const iterator = Object.create(prototype);
    positions.set(iterator, { pairs, kind, next: 0 });
    return iterator;
  }
  return make;
}
