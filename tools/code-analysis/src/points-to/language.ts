/** Methods of arrays, collections, iterators and generators that move items or call functions. */
export const methodsOfLists: ReadonlySet<string> = new Set([
  ...['push', 'unshift', 'fill', 'add', 'set', 'splice', 'pop', 'shift', 'at', 'find', 'findLast'],
  ...['slice', 'concat', 'reverse', 'sort', 'flat', 'toSorted', 'toReversed', 'with', 'copyWithin'],
  ...['toSpliced', 'filter', 'map', 'flatMap', 'forEach', 'some', 'every', 'findIndex'],
  ...['findLastIndex', 'reduce', 'reduceRight', 'get', 'keys', 'values', 'entries', 'next'],
  ...['return', 'throw', 'take', 'drop', 'toArray', 'join', 'indexOf', 'lastIndexOf', 'includes'],
  ...['has', 'delete', 'clear', 'subarray', 'union', 'intersection', 'difference'],
  ...['symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom', 'getOrInsert'],
  ...['getOrInsertComputed', '@@iterator', '@@asyncIterator', 'deref', 'getSize'],
]);

/** True for methods of every object. */
export function isMethodOfAll(name: string): boolean {
  return /^(?:hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toString|toLocaleString|valueOf|__(?:define|lookup)[GS]etter__)$/.test(
    name,
  );
}

/** Globals of the language, and of Node those that only look at what they are given or call it later. */
const globals: ReadonlySet<string> = new Set([
  ...['Object', 'Function', 'Array', 'Number', 'Boolean', 'String', 'Symbol', 'BigInt', 'Date'],
  ...['Promise', 'RegExp', 'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError'],
  ...['SyntaxError', 'TypeError', 'URIError', 'JSON', 'Math', 'Intl', 'ArrayBuffer', 'Atomics'],
  ...['SharedArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray'],
  ...['Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'],
  ...['BigInt64Array', 'BigUint64Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Reflect'],
  ...['Proxy', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURI', 'encodeURIComponent'],
  ...['decodeURI', 'decodeURIComponent', 'escape', 'unescape', 'eval', 'FinalizationRegistry'],
  ...['console', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'clearTimeout'],
  ...['clearInterval', 'clearImmediate', 'performance', 'URL', 'URLSearchParams', 'TextEncoder'],
  ...['TextDecoder', 'AbortController', 'atob', 'btoa', 'structuredClone', 'Iterator'],
]);

/** What a name of the global object stands for in the language; null for any other name. */
export function globalNamed(name: string): { path: string } | null {
  return globals.has(name) ? { path: name } : null;
}

/** What a property of a global of the language is; null where it has none of that name. */
export function memberNamed(path: string, name: string): { path: string } | 'plain' | null {
  let at: unknown = globalThis;
  for (const part of [...path.split('.'), name]) {
    if ((typeof at !== 'object' && typeof at !== 'function') || at === null) return null;
    if (!(part in at)) return null;
    const descriptor = Object.getOwnPropertyDescriptor(at, part);
    at = descriptor === undefined ? Reflect.get(Object(at), part) : descriptor.value;
  }
  if (typeof at !== 'object' && typeof at !== 'function') return at === undefined ? null : 'plain';
  return { path: `${path}.${name}` };
}
