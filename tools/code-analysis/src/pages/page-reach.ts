import type { AnyNode, Identifier } from 'acorn';
import { isOnlyTested } from '../apis/api-use.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from '../trace/tracer.ts';

/** Globals that are there outside of pages too: of the language, of Node, and of module systems. */
const outsideOfPages = new Set(
  'AbortController AbortSignal AggregateError Array ArrayBuffer AsyncDisposableStack AsyncIterator Atomics BigInt BigInt64Array BigUint64Array Blob Boolean BroadcastChannel Buffer ByteLengthQueuingStrategy CloseEvent CompressionStream CountQueuingStrategy Crypto CryptoKey CustomEvent DOMException DataView Date DecompressionStream DisposableStack Error EvalError Event EventSource EventTarget File FinalizationRegistry Float16Array Float32Array Float64Array FormData Function Headers Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math MessageChannel MessageEvent MessagePort NaN Navigator Number Object Performance PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserver PerformanceObserverEntryList PerformanceResourceTiming Promise Proxy RangeError ReadableByteStreamController ReadableStream ReadableStreamBYOBReader ReadableStreamBYOBRequest ReadableStreamDefaultController ReadableStreamDefaultReader ReferenceError Reflect RegExp Request Response Set SharedArrayBuffer Storage String SubtleCrypto SuppressedError Symbol SyntaxError TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream TransformStreamDefaultController TypeError URIError URL URLPattern URLSearchParams Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly WebSocket WritableStream WritableStreamDefaultController WritableStreamDefaultWriter __dirname __filename __non_webpack_require__ __webpack_modules__ __webpack_require__ arguments atob btoa clearImmediate clearInterval clearTimeout console crypto decodeURI decodeURIComponent define encodeURI encodeURIComponent escape eval exports fetch global globalThis gc hasOwnProperty isFinite isNaN localStorage module navigator parseFloat parseInt performance process propertyIsEnumerable queueMicrotask require self sessionStorage setImmediate setInterval setTimeout structuredClone toString undefined unescape valueOf window Deno Bun WorkerGlobalScope DedicatedWorkerGlobalScope importScripts'.split(
    ' ',
  ),
);

/** True where code that may run in a page reaches one: by a global that is there in pages alone. */
export function reachesPage(tracer: Tracer, pageCode: ReadonlySet<ParsedCode>): boolean {
  return [...pageCode].some((code) => reachesFrom(tracer, code));
}

function reachesFrom(tracer: Tracer, { unbound, nodes }: ParsedCode): boolean {
  for (const [name, uses] of unbound) {
    if (outsideOfPages.has(name) || name.startsWith('__')) continue;
    if (uses.some((use) => isUsed(use))) return true;
  }
  return nodes.members.some((node) => {
    if (node.type !== 'MemberExpression' || isOnlyTested(node)) return false;
    if (!tracer.valuesOf(node.object).has(tracer.apis.global())) return false;
    return (tracer.namesOf(node) ?? []).some((name) => ofPages.has(name));
  });
}

/** Members of the global object that lead to a page; others are mostly a program's own. */
const ofPages = new Set([
  'document',
  'frames',
  'parent',
  'opener',
  'top',
  'customElements',
  'DOMParser',
  'Document',
  'Element',
  'HTMLElement',
  'Image',
  'Audio',
  'FontFace',
  'CSSStyleSheet',
  'Range',
  'XMLDocument',
  'addEventListener',
  'onload',
  'onmessage',
  'event',
]);

/** True for a use of a global that isn't a check of whether it is there. */
function isUsed(use: Identifier): boolean {
  return !isOnlyTested(use) && !isNeverRun(use);
}

/** True in `0 && (module.exports = { activate })`, by which bundlers tell Node the names of exports. */
function isNeverRun(use: AnyNode): boolean {
  for (let node = use; node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    const isGuarded = parent.type === 'LogicalExpression' && parent.operator === '&&';
    if (isGuarded && parent.right === node && parent.left.type === 'Literal')
      return !parent.left.value;
  }
  return false;
}

/**
 * True for an object of a page, as far as it can be told from where it comes from.
 *
 * @param by.isSure true where a global that isn't known is none
 */
export function isPageObject(written: AnyNode, { isSure = false, depth = 0 } = {}): boolean {
  const node = bare(written);
  if (depth > 12) return false;
  const next = { isSure, depth: depth + 1 };
  switch (node.type) {
    case 'Identifier': {
      if (node.variable === undefined) {
        return isSure ? ofPages.has(node.name) : !outsideOfPages.has(node.name);
      }
      const declarator = treeNode(node.variable.defs[0]?.name)?.parent;
      return declarator?.type === 'VariableDeclarator' && declarator.init
        ? isPageObject(declarator.init, next)
        : false;
    }
    case 'MemberExpression':
      return (
        /^(?:document|webview|currentTarget)$/.test(writtenName(node) ?? '') ||
        isPageObject(node.object, next)
      );
    case 'CallExpression':
    case 'NewExpression':
      return isPageObject(node.callee, next);
    default:
      return false;
  }
}

/** The name of the element that an expression is; undefined where it isn't known. */
export function elementName(tracer: Tracer, written: AnyNode, depth = 0): string | undefined {
  const node = bare(written);
  if (depth > 6) return undefined;
  if (node.type === 'Identifier') {
    const writes = (variableOf(node)?.references ?? []).filter((each) => each.isWrite());
    const value = writes.length === 1 ? treeNode(writes[0]?.writeExpr) : undefined;
    return value === undefined ? undefined : elementName(tracer, value, depth + 1);
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const name = writtenName(node.callee);
  const argument = node.arguments[name === 'createElementNS' ? 1 : 0];
  if (argument !== undefined && /^(?:querySelector|closest)$/.test(name ?? '')) {
    // `ul > a.help`
    const [selector = ''] = tracer.code.index.strings(argument) ?? [];
    return /(?:^|[\s>+~])([a-z][\w-]*)[^\s>+~,]*$/i.exec(selector)?.[1];
  }
  if (!/^createElement(?:NS)?$/.test(name ?? '') || argument === undefined) return undefined;
  const names = tracer.code.index.strings(argument);
  return names?.length === 1 ? names[0] : undefined;
}
