import type { AnyNode } from 'acorn';
import { type ApiNode, makeApiNode } from '../apis/api-node.ts';
import { type Evaluation, mostAlternatives } from '../evaluated/evaluation.ts';
import { evaluationOf, handedEvaluation, writtenArguments } from '../evaluated/find-evaluation.ts';
import { runTexts, runTextFiles } from '../evaluated/run-texts.ts';
import { isHarmlessText } from '../values/evaluated-text.ts';
import { isText } from '../syntax/is-text.ts';
import { isFunction, isNamedEval } from '../syntax/syntax.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';
import { plainArgument } from '../values/fold-strings.ts';
import { type ApiValue, followExports } from '../values/value.ts';
import { viaOf } from './called-with.ts';

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
  if (api.id.endsWith('._compile') || api.id.endsWith(':_compile')) {
    return compileModule(tracer, { call, api });
  }
  const isHarmless = isFunctionMaker && isHarmlessText(tracer.code.index, call);
  runTexts(tracer, {
    call,
    what: `${api.name}(…)`,
    isHarmless,
    isOfGlobals: runsWithGlobals({ call, api }),
    run: evaluationOf(tracer, { call, api }),
  });
}

/** True for a call that runs a text which knows no variables of the code: by the name `eval`, it may know them. */
function runsWithGlobals({ call, api }: { call: TracedCall; api: ApiValue }): boolean {
  if (api.id === 'global:Function') return true;
  return api.id === 'global:eval' && !isNamedEval(call.callee);
}

/** Handles a call that is handed a function which runs texts; false where it isn't known what that runs. */
export function handEvaluate(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; api: ApiValue },
): boolean {
  const run = handedEvaluation(tracer, at);
  if (run === null) return false;
  const isOfGlobals = runsWithGlobals(at);
  runTexts(tracer, { call: at.call, what: `${at.api.name}(…)`, isOfGlobals, run });
  return true;
}

/** Handles `module._compile(text, path)`: what the text exports is found in the module by any name. */
function compileModule(tracer: Tracer, { call, api }: { call: TracedCall; api: ApiValue }): void {
  const text = viaOf(call) === null ? plainArgument(call, 0) : undefined;
  const texts = text === undefined ? null : tracer.code.index.strings(text);
  const what = `${api.name}(…)`;
  for (const code of runTextFiles(tracer, { node: call, as: 'commonjs', texts, what })) {
    followExports(tracer.own.exports(code), (_, value) => tracer.escape(call, value));
  }
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

/** What a timer gets first, also later by `bind`, and by a list that is written out. */
function callbackOf(call: TracedCall): AnyNode | undefined {
  const given = viaOf(call) === 'bind' ? call.arguments.slice(1) : writtenArguments(call);
  const [first] = given ?? call.arguments;
  return first?.type === 'SpreadElement' ? firstOf(first.argument) : first;
}

function firstOf(list: AnyNode): AnyNode | undefined {
  return list.type === 'ArrayExpression' ? (list.elements[0] ?? undefined) : undefined;
}

/** Handles a function that gets a timer, perhaps to call it with texts: `texts.forEach(setTimeout)`. */
export function handTimer(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const { callee } = call;
  const others: AnyNode[] = [...call.arguments];
  if (callee.type === 'MemberExpression') others.push(callee.object);
  const items = others.flatMap((each): (AnyNode | null)[] =>
    each.type === 'ArrayExpression' ? each.elements : [each],
  );
  if (!items.some((each) => each !== null && isText(each))) return;
  tracer.findings.unknownOfGlobals(call, { reason: 'evaluated-code', what: `${api.name}(…)` });
}

/** Handles `setTimeout` and its like, which run a string if they are given one. */
export function callTimer(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const callback = callbackOf(call);
  if (callback === undefined || isFunction(callback)) return;
  const texts = tracer.code.index.strings(callback);
  if (!isText(callback) && texts === null) return;
  const isKnown = texts !== null && texts.length > 0 && texts.length <= mostAlternatives;
  const run: Evaluation | null = isKnown
    ? { call, how: 'timer', texts: texts.map((text) => [text]), isHarmless: false }
    : null;
  runTexts(tracer, { call, what: `${api.name}(…)`, isOfGlobals: true, run });
}
