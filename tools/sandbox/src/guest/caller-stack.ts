/*
 * Where in its code an extension called: taken so that the extension, which may change whatever is global,
 * can't make it up. Function names aren't part of it, since they may hold anything.
 */

const { apply } = Reflect;
const { captureStackTrace } = Error;

/** As many calls as are looked through for the extension's own. */
const mostFrames = 50;

let theirs: unknown;
let taken: readonly NodeJS.CallSite[] | null = null;
let isTaking = false;

function take(_: unknown, sites: readonly NodeJS.CallSite[]): string {
  taken = sites;
  return '';
}

// V8 asks for it wherever a stack is read: extensions may set it, and it is theirs but for our own stacks
Object.defineProperty(Error, 'prepareStackTrace', {
  get: () => (isTaking ? take : theirs),
  set(value: unknown) {
    theirs = value;
  },
});
Object.defineProperty(Error, 'stackTraceLimit', { value: 10, writable: true, configurable: false });

/** A function whose callers are the extension's. */
export type Caller = (...args: never[]) => unknown;

/** The calls above a function that was called, a line each, as V8 writes those without names. */
export function stackOf(caller: Caller): string {
  const sites = sitesAbove(caller) ?? [];
  let stack = '';
  for (let at = 0; at < sites.length; at += 1) {
    const site = sites[at];
    const file = apply(methods.getFileName, site, []);
    if (typeof file !== 'string' || file === 'orchestra:guest') continue;
    const line = apply(methods.getLineNumber, site, []);
    stack += `\n    at ${file}:${line}:${apply(methods.getColumnNumber, site, [])}`;
  }
  return stack;
}

function sitesAbove(caller: Caller): readonly NodeJS.CallSite[] | null {
  const holder: { stack?: unknown } = { __proto__: null } as object;
  const limit = Error.stackTraceLimit;
  isTaking = true;
  taken = null;
  try {
    Error.stackTraceLimit = mostFrames;
    captureStackTrace(holder, caller);
    void holder.stack; // V8 asks only now
    Error.stackTraceLimit = limit;
  } catch {
    // they have made the limit one that can't be changed
  }
  isTaking = false;
  return taken;
}

// those of the prototype of all call sites, taken before anything of it can be replaced
const methods = findMethods();

function findMethods(): Pick<NodeJS.CallSite, 'getFileName' | 'getLineNumber' | 'getColumnNumber'> {
  isTaking = true;
  void new Error().stack;
  isTaking = false;
  const [site] = taken ?? [];
  if (site === undefined) throw new Error('V8 gives no stacks.');
  const { getFileName, getLineNumber, getColumnNumber } = site;
  return { getFileName, getLineNumber, getColumnNumber };
}
