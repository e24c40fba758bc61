import type { AnyNode } from 'acorn';
import { bare, writtenName } from '../syntax/syntax.ts';
import { type FunctionValue, plainValue, type Value } from '../values/value.ts';
import { viaOf } from './called-with.ts';
import type { TracedCall } from './call-links.ts';
import { thisesOf } from './this-of-function.ts';
import type { Tracer } from './tracer.ts';

/** Makes a value `this` in a function. */
export function giveThis(
  tracer: Tracer,
  at: { call: TracedCall; to: FunctionValue['function']; value: Value },
): void {
  const { call, to } = at;
  const code = tracer.codeOf(to);
  const value = /^(?:call|apply)$/.test(viaOf(call) ?? '')
    ? tracer.apis.given.by(call, to, at.value)
    : plainValue(at.value);
  for (const each of code === undefined ? [] : thisesOf(code, to)) tracer.add(each, value);
}

/** Methods that call a function with their last argument as `this`, of lists and of the editor. */
const takesThis =
  /^(?:every|filter|find|findIndex|findLast|findLastIndex|flatMap|forEach|from|fromAsync|map|some|registerCommand|registerTextEditorCommand|on[A-Z]\w*)$/;

/** Handles a value that becomes `this` in the function before it: `list.forEach(run, context)`. */
export function giveAsThis(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; value: Value },
): boolean {
  const { call, node, value } = at;
  const { callee } = call;
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  if (value.kind !== 'api' || !takesThis.test(name ?? '')) return false;
  const before = call.arguments[call.arguments.findIndex((each) => each === node) - 1];
  if (before === undefined || before.type === 'SpreadElement') return false;
  const functions = tracer.callees.of(before);
  if (functions === null) tracer.escape(node, value);
  for (const to of functions ?? []) giveThis(tracer, { call, to, value });
  return true;
}

/** Handles built-in methods that give back their object, as `Object.prototype.valueOf.call(object)`. */
export function giveObject(
  tracer: Tracer,
  { call, value }: { call: TracedCall; value: Value },
): void {
  const method = call.callee.type === 'MemberExpression' ? bare(call.callee.object) : undefined;
  const name = method?.type === 'MemberExpression' ? writtenName(method) : undefined;
  if (viaOf(call) === 'bind') return;
  if (name === 'valueOf') tracer.add(call, value);
  if (name === 'concat') tracer.add(call, tracer.own.list(call, value));
}
