import { Blob, File } from './blob.ts';
import { isPlatformObject, requireArguments, toDictionary } from './define-interface.ts';
import { DOMException } from './dom-exception.ts';
import { isErrorObject } from './is-error.ts';

interface Cloning {
  /** What was made of each object. */
  made: Map<object, unknown>;
  /** Buffers that are to be transferred: they stay as they are, and views on them become markers. */
  moved: ReadonlySet<ArrayBuffer>;
  markers: Map<object, (buffers: ReadonlyMap<object, unknown>) => unknown>;
}

/**
 * As HTML has it: cycles and what is shared stay so. Array buffers can be transferred.
 *
 * Within the isolate, since what an extension clones must count against its own memory.
 *
 * @throws DOMException `DataCloneError` for functions, symbols, promises, weak collections, and what can't be
 *   transferred
 */
export function structuredClone(value: unknown, options?: unknown): unknown {
  requireArguments('structuredClone', arguments, 1);
  const transfer: unknown = Reflect.get(toDictionary(options, 'structuredClone'), 'transfer');
  const moved = new Set<ArrayBuffer>();
  for (const buffer of (transfer ?? []) as Iterable<unknown>) {
    if (!(buffer instanceof ArrayBuffer) || buffer.detached || moved.has(buffer)) {
      throw uncloneable('A value in the transfer list', 'transferred');
    }
    moved.add(buffer);
  }
  const cloning: Cloning = { made: new Map(), moved, markers: new Map() };
  const clone = cloneValue(value, cloning);
  return moved.size === 0 ? clone : move(clone, cloning);
}

/** Moves the buffers, now that nothing can fail any more, and puts them and their views into the clone. */
function move(clone: unknown, { moved, markers }: Cloning): unknown {
  const made = new Map<object, unknown>();
  for (const buffer of moved) made.set(buffer, buffer.transfer());
  for (const [marker, view] of markers) made.set(marker, view(made));
  return cloneValue(clone, { made, moved: new Set(), markers: new Map() });
}

function cloneValue(value: unknown, cloning: Cloning): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw uncloneable(describe(value));
  if (typeof value !== 'object' || value === null) return value;
  const known = cloning.made.get(value);
  if (known !== undefined) return known;
  const shell = makeShell(value, cloning);
  cloning.made.set(value, shell);
  fill(shell, value, cloning);
  return shell;
}

/** The new object, still without what it holds. */
function makeShell(value: object, cloning: Cloning): object {
  if (Array.isArray(value)) return Array.from({ length: 0 });
  if (value instanceof ArrayBuffer) return cloning.moved.has(value) ? value : value.slice();
  if (ArrayBuffer.isView(value)) return cloneView(value, cloning);
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  if (value instanceof File) return new File([value], value.name, fileOptions(value));
  if (value instanceof Blob) return value.slice(0, value.size, value.type);
  if (value instanceof DOMException) return withStack(value, cloneDomException(value));
  if (isErrorObject(value)) return withStack(value, cloneError(value));
  if (isShared(value)) return value;
  const boxed = unbox(value);
  if (boxed !== undefined) return Object(boxed);
  if (cannotBeCloned(value)) throw uncloneable(describe(value));
  return {};
}

function fill(shell: object, value: object, cloning: Cloning): void {
  if (shell === value) return;
  if (value instanceof Map && shell instanceof Map) {
    const entries = Array.from(value); // getters within may change it
    for (const [key, item] of entries) {
      shell.set(cloneValue(key, cloning), cloneValue(item, cloning));
    }
  } else if (value instanceof Set && shell instanceof Set) {
    const items = Array.from(value);
    for (const item of items) shell.add(cloneValue(item, cloning));
  } else if (Array.isArray(shell) && Array.isArray(value)) {
    shell.length = value.length;
    copyKeys(shell, value, cloning);
  } else if (isErrorObject(shell)) {
    if (!(shell instanceof DOMException)) copyCause(shell, value, cloning);
  } else if (Object.getPrototypeOf(shell) === Object.prototype) {
    copyKeys(shell, value, cloning);
  }
}

function copyKeys(shell: object, value: object, cloning: Cloning): void {
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(value, key)) continue; // a getter before it took it away
    setOwn(shell, key, cloneValue(Reflect.get(value, key), cloning));
  }
}

function setOwn(object: object, key: string, value: unknown, enumerable = true): void {
  Object.defineProperty(object, key, { value, enumerable, writable: true, configurable: true });
}

type ViewClass = new (buffer: ArrayBuffer, offset: number, length?: number) => object;

function cloneView(view: ArrayBufferView, cloning: Cloning): object {
  const { buffer, byteOffset } = view;
  const isData = view instanceof DataView;
  const name = isData ? 'DataView' : (Reflect.get(typedArray, Symbol.toStringTag, view) as string);
  const View = viewClasses[name];
  if (View === undefined) throw uncloneable(describe(view));
  const length = isData ? view.byteLength : Number(Reflect.get(view, 'length'));
  const make = (of: unknown) => new View(of as ArrayBuffer, byteOffset, length);
  if (!(buffer instanceof ArrayBuffer) || !cloning.moved.has(buffer)) {
    return make(cloneValue(buffer, cloning));
  }
  const marker = {};
  cloning.markers.set(marker, (buffers) => make(buffers.get(buffer)));
  return marker;
}

const typedArray: object = Object.getPrototypeOf(Uint8Array.prototype);
const viewClasses: Readonly<Record<string, ViewClass>> = {
  DataView,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
};

const errorClasses = new Map<unknown, ErrorConstructor>(
  [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map((of) => [
    of.prototype.name,
    of,
  ]),
);

function cloneError(error: object): Error {
  const Class = errorClasses.get(Reflect.get(error, 'name')) ?? Error;
  const message = Object.getOwnPropertyDescriptor(error, 'message');
  const made = new Class();
  if (message !== undefined && 'value' in message)
    setOwn(made, 'message', `${message.value}`, false);
  return made;
}

function copyCause(made: object, error: object, cloning: Cloning): void {
  if (!Object.hasOwn(error, 'cause')) return;
  setOwn(made, 'cause', cloneValue(Reflect.get(error, 'cause'), cloning), false);
}

function cloneDomException({ message, name }: DOMException): DOMException {
  return new DOMException(message, name);
}

function withStack(error: object, made: Error): Error {
  const stack: unknown = Reflect.get(error, 'stack');
  if (typeof stack === 'string') setOwn(made, 'stack', stack, false);
  return made;
}

function fileOptions({ type, lastModified }: File) {
  return { type, lastModified };
}

function isShared(value: object): boolean {
  const isModule = Object.prototype.toString.call(value) === '[object WebAssembly.Module]';
  return isModule || value instanceof SharedArrayBuffer;
}

/** The primitive in an object like `Object(1)`. */
function unbox(value: object): unknown {
  for (const of of [Boolean, Number, String, BigInt]) {
    try {
      return Reflect.apply(of.prototype.valueOf, value, []);
    } catch {
      // it holds no such primitive
    }
  }
  return undefined;
}

const uncloned = [
  Promise,
  WeakMap,
  WeakSet,
  WeakRef,
  FinalizationRegistry,
  Iterator,
  Symbol,
] as const;

function cannotBeCloned(value: object): boolean {
  return isPlatformObject(value) || uncloned.some((of) => value instanceof of);
}

function describe(value: unknown): string {
  if (typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return Function.prototype.toString.call(value).slice(0, 200);
  return Object.prototype.toString.call(value).replace(/^\[object (.*)\]$/, '#<$1>');
}

function uncloneable(what: string, how = 'cloned'): DOMException {
  return new DOMException(`${what} could not be ${how}.`, 'DataCloneError');
}
