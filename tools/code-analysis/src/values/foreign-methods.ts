import type { AnyNode, MemberExpression } from 'acorn';
import { importedName } from '../syntax/code-index.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from '../trace/tracer.ts';
import { placeInClass } from './place-in-class.ts';

/**
 * Methods by which objects of the language, of Node and of hosts hand on what they are given: they keep it, give it
 * back, or call it. What code has under such a name may be something else than what is called there.
 */
export const handsOn: ReadonlySet<string> = new Set(
  [
    // lists, collections and iterators
    'push unshift splice fill with concat toSpliced set add from union symmetricDifference',
    'forEach map flatMap filter reduce reduceRight some every find findIndex findLast findLastIndex',
    'next return throw',
    // promises, and what is disposed
    'then catch finally resolve reject adopt defer use register',
    // getters and setters
    '__defineGetter__ __defineSetter__',
    // events, messages and streams
    'emit on once addListener prependListener prependOnceListener addEventListener dispatchEvent abort',
    'postMessage publish subscribe fire report update write end enqueue pipe pipeTo pipeThrough compose pipeline',
    // what runs in a context of its own, now or later
    'run enterWith exit runInAsyncScope runStores bindStore intercept traceSync tracePromise traceCallback',
    'nextTick setTimeout setInterval setImmediate queueMicrotask timerify',
    'promisify callbackify deprecate debuglog throws doesNotThrow rejects doesNotReject',
  ].flatMap((names) => names.split(' ')),
);

/**
 * True for a call that may call another method than those of the code: one of the language or of Node, which hands
 * on what it is given.
 */
export function mayCallForeign(tracer: Tracer, written: AnyNode): boolean {
  const callee = bare(written);
  if (callee.type === 'Identifier') return isTakenForeign(callee);
  if (callee.type !== 'MemberExpression') return false;
  if (/^(?:call|apply|bind)$/.test(writtenName(callee) ?? '')) {
    return mayCallForeign(tracer, callee.object);
  }
  const object = bare(callee.object);
  if (object.type === 'Identifier' && object.variable === undefined) return true;
  const names = tracer.namesOf(callee);
  return names?.some((name) => handsOn.has(name)) === true && !isOwn(tracer, { callee, names });
}

/** True for a method that is taken out of its object: `const { emit } = events`. */
function isTakenForeign(callee: AnyNode): boolean {
  const [taken] = variableOf(callee)?.identifiers ?? [];
  const isPattern = treeNode(taken)?.parent?.type === 'Property';
  return isPattern && handsOn.has(importedName(taken) ?? '');
}

/** True for a method of an object that the code itself makes, and that has a method of that name. */
function isOwn(
  tracer: Tracer,
  { callee, names }: { callee: MemberExpression; names: readonly string[] },
): boolean {
  const object = bare(callee.object);
  // every object has it
  if (names.some((name) => name.startsWith('__'))) return false;
  if (tracer.closed.valuesOf(callee) !== null) return true;
  const isExport = [...tracer.valuesOf(object)].some(
    (value) => value.kind === 'exports' && names.every((name) => value.names.has(name)),
  );
  if (isExport) return true;
  const has = (of: AnyNode | undefined) => {
    const methods = methodsOf(of);
    return names.every((name) => methods.includes(name));
  };
  if (object.type === 'ThisExpression') return has(placeInClass(object)?.of);
  const variable = variableOf(object);
  const [def] = variable?.defs ?? [];
  if (def?.type === 'ClassName') return has(treeNode(def.node));
  const written = (variable?.references ?? []).filter((each) => each.isWrite());
  return (
    def?.type === 'Variable' &&
    written.length > 0 &&
    written.every(({ writeExpr }) => {
      const made = treeNode(writeExpr);
      if (made?.type !== 'NewExpression') return made?.type === 'ObjectExpression';
      return has(treeNode(variableOf(made.callee)?.defs[0]?.node));
    })
  );
}

/** The names of the methods and fields of a class, and of those of the code that it extends. */
function methodsOf(of: AnyNode | undefined, depth = 0): string[] {
  if (of?.type !== 'ClassDeclaration' && of?.type !== 'ClassExpression') return [];
  const own = of.body.body.flatMap((member) => {
    return member.type === 'StaticBlock' ? [] : (writtenName(member) ?? []);
  });
  const base = of.superClass && depth < mostDepth ? variableOf(of.superClass) : undefined;
  return [...own, ...methodsOf(treeNode(base?.defs[0]?.node), depth + 1)];
}

const mostDepth = 8;
