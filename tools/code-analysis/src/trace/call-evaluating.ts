import type { AnyNode } from 'acorn';
import { type ApiNode, makeApiNode } from '../apis/api-node.ts';
import {
  type Evaluation,
  type HowRun,
  evaluationKey,
  mostAlternatives,
} from '../evaluated/evaluation.ts';
import { isHarmlessText } from '../values/evaluated-text.ts';
import { isText } from '../syntax/is-text.ts';
import { ownPaths } from '../modules/own-path.ts';
import { isFunction, writtenName } from '../syntax/syntax.ts';
import { viaOf } from './called-with.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';
import type { ApiValue } from '../values/value.ts';

/** Handles calls of `eval`, `Function` and their like, which run a string as code. */
export function callEvaluate(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const code = call.arguments.at(-1);
  const texts = code === undefined ? [''] : tracer.code.index.strings(code);
  if (api.id === 'global:process.binding' && texts?.every((text) => plainBindings.test(text)))
    return;
  // what many libraries do needs no second look
  if (api.id === 'global:eval' && texts?.every((text) => givesThis.test(text))) {
    return tracer.add(call, tracer.apis.global());
  }
  const isFunctionMaker = api.id === 'global:Function';
  if (isFunctionMaker && texts?.every((text) => /^\s*return this;?\s*$/.test(text))) {
    return tracer.add(call, tracer.apis.of('global:Function()', givesGlobal));
  }
  if (isFunctionMaker && isImport(texts, tracer.code.index.strings(call.arguments[0] ?? call))) {
    return tracer.add(call, tracer.apis.of('global:require', requires));
  }
  const isHarmless = isFunctionMaker && isHarmlessText(tracer.code.index, call);
  runTexts(tracer, { call, api, isHarmless, run: evaluationOf(tracer, { call, api }) });
}

/** Notes that a call runs texts, which are read later; for now, or where they aren't known, it is unresolved. */
function runTexts(
  tracer: Tracer,
  at: { call: TracedCall; api: ApiValue; run: Evaluation | null; isHarmless?: boolean },
): void {
  const { call, api, run, isHarmless = false } = at;
  const written = tracer.codeOf(call)?.grafts?.calls.get(call.start);
  if (run !== null && written?.includes(evaluationKey(run))) return;
  if (run !== null && written === undefined) tracer.evaluations.push({ ...run, isHarmless });
  if (isHarmless) return;
  tracer.findings.unresolved(call, { reason: 'evaluated-code', what: `${api.name}(…)` });
}

/** What a call runs; null where that isn't known. */
function evaluationOf(
  tracer: Tracer,
  { call, api }: { call: TracedCall; api: ApiValue },
): Evaluation | null {
  const how = isDirectEval(call) ? 'direct' : howRun.get(api.id);
  const given = argumentsOf(call);
  if (how === undefined || given === null) return null;
  const parts = (how === 'function' ? given : given.slice(0, 1)).map((each) =>
    tracer.code.index.strings(each),
  );
  let texts: string[][] = [[]];
  for (const part of parts) {
    if (part === null || texts.length * part.length > mostAlternatives) return null;
    texts = texts.flatMap((before) => part.map((text) => [...before, text]));
  }
  return texts.length === 0 ? null : { call, how, texts, isHarmless: false };
}

const howRun: ReadonlyMap<string, HowRun> = new Map([
  ['global:eval', 'indirect'],
  ['global:Function', 'function'],
  ['vm:runInThisContext', 'script'],
]);

/** True for `eval(…)` itself: by any other name it doesn't know the variables around it. */
function isDirectEval(call: TracedCall): boolean {
  const { callee } = call;
  if (call.type !== 'CallExpression' || call.optional || callee.type !== 'Identifier') return false;
  return callee.name === 'eval' && callee.variable === undefined;
}

/** The arguments that a function gets, also by `call` and `apply`; null where they aren't written out. */
function argumentsOf(call: TracedCall): readonly AnyNode[] | null {
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

/** Texts that `eval` makes the global object of, as older libraries look for it. */
const givesThis =
  /^\s*(?:this|globalThis|\(\s*(?:function\s*\(\s*\)\s*\{\s*return this;?\s*\}\s*\)\s*\(\s*\)|function\s*\(\s*\)\s*\{\s*return this;?\s*\}\s*\(\s*\)\s*\)|\(\s*\)\s*=>\s*this\s*\)\s*\(\s*\)))\s*;?\s*$/;

/** Arguments of `process.binding` that older libraries use, and that only give constants and type checks. */
const plainBindings = /^(?:buffer|config|constants|natives|util)$/;

/**
 * True for `new Function('name', 'return import(name)')`, which authors write so that compilers don't change
 * the import.
 */
function isImport(texts: string[] | null, parameters: string[] | null): boolean {
  const [, name] =
    /^\s*return import\((\w+)\);?\s*$/.exec(texts?.length === 1 ? (texts[0] ?? '') : '') ?? [];
  return name !== undefined && parameters?.length === 1 && parameters[0] === name;
}

const givesGlobal: ApiNode = { ...makeApiNode(), does: 'gives-global' };
const requires: ApiNode = { ...makeApiNode(), does: 'requires' };

/** Handles `setTimeout` and its like, which run a string if they are given one. */
export function callTimer(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const [callback] = call.arguments;
  if (callback === undefined || isFunction(callback)) return;
  const texts = tracer.code.index.strings(callback);
  if (!isText(callback) && texts === null) return;
  const isKnown = texts !== null && texts.length > 0 && texts.length <= mostAlternatives;
  const run: Evaluation | null = isKnown
    ? { call, how: 'timer', texts: texts.map((text) => [text]), isHarmless: false }
    : null;
  runTexts(tracer, { call, api, run });
}

/** Handles a worker, which runs a file of the package, or a string. */
export function callWorker(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const [script, options] = call.arguments;
  const what = `${api.name}(…)`;
  const isSpread = call.arguments.some(({ type }) => type === 'SpreadElement');
  if (isSpread || !isPlainOptions(options) || isDataUrl(script)) {
    return tracer.findings.unresolved(call, { reason: 'evaluated-code', what });
  }
  // browsers' Worker doesn't exist in an app
  if (api.id.startsWith('global:') || script === undefined) return;
  const paths = ownPaths(tracer, script);
  if (paths === null) {
    return tracer.findings.unresolved(call, { reason: 'computed-module', what });
  }
  for (const path of paths) {
    if (!tracer.code.files.isFile(path) || tracer.code.files.want(path)) continue;
    tracer.findings.unresolved(call, {
      reason: 'unreadable',
      what: `code in a file of another kind: ${path}`,
    });
  }
}

/** Options of a worker that change neither what it runs nor how it loads code. */
const plainOptions =
  /^(?:argv|credentials|name|resourceLimits|std(?:err|in|out)|trackUnmanagedFds|transferList|type|workerData)$/;

/** True for a literal without `eval`, `execArgv`, `env` with other variables, and prototypes that have them. */
function isPlainOptions(options: AnyNode | undefined): boolean {
  if (options === undefined) return true;
  if (options.type !== 'ObjectExpression') return false;
  return options.properties.every((option) => {
    if (option.type !== 'Property' || option.computed) return false;
    const name = writtenName(option) ?? '';
    if (name === 'eval') return option.value.type === 'Literal' && option.value.value === false;
    if (name === 'env') return isOwnEnvironment(option.value);
    return plainOptions.test(name);
  });
}

/** True for the environment of the process, and `SHARE_ENV`. */
function isOwnEnvironment(node: AnyNode): boolean {
  const name = node.type === 'MemberExpression' ? writtenName(node) : undefined;
  return name === 'env' || name === 'SHARE_ENV';
}

/** True for a string or URL that begins with `data:`, even if the rest is unknown. */
function isDataUrl(node: AnyNode | undefined): boolean {
  switch (node?.type) {
    case 'Literal':
      return /^\s*data:/i.test(String(node.value));
    case 'TemplateLiteral':
      return /^\s*data:/i.test(node.quasis[0]?.value.cooked ?? '');
    case 'BinaryExpression':
      return isDataUrl(node.left);
    case 'NewExpression':
      return isDataUrl(node.arguments[0]);
    case 'CallExpression':
      return (
        node.callee.type === 'MemberExpression' && writtenName(node.callee) === 'createObjectURL'
      );
    default:
      return false;
  }
}
