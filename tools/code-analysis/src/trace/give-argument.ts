import type { AnyNode } from 'acorn';
import { writtenName } from '../syntax/syntax.ts';
import { isHandedAround } from '../values/given-values.ts';
import { viaOf } from './called-with.ts';
import { isGetterInterop, isInterop } from '../modules/interop.ts';
import { bindParameter, bindParametersFrom } from './step-list.ts';
import { giveCopy } from '../modules/give-copy.ts';
import { forwardedTo } from './forwarded-call.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';
import { followElements, type FunctionValue, plainValue, type Value } from '../values/value.ts';

/** Gives a parameter of a function the value that a call has for it. */
export function giveArgument(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; value: Value; to: FunctionValue['function'] },
): void {
  const { call, node, to } = at;
  tracer.calls.link(call, to);
  const isSeen = tracer.copies.frames.has(to) || isViaTwice(call) || tracer.bound().isLoose(to);
  if (isSeen) tracer.escape(node, at.value);
  // a helper that only looks at a namespace may change what this is
  if (!isHandedAround(at.value) && giveCopy(tracer, at)) return;
  const value =
    viaOf(call) === 'bind' ? plainValue(at.value) : tracer.apis.given.by(call, to, at.value);
  if (call.arguments[0] === node && isInterop(to, tracer)) {
    tracer.add(call, isGetterInterop(to, tracer) ? tracer.own.holder(call, at.value) : at.value);
  }
  const via = viaOf(call);
  let nth = call.arguments.findIndex((argument) => argument === node);
  if (via === 'apply') {
    if (nth === 0) return tracer.escape(node, value);
    if (nth !== 1 || value.kind !== 'list') return;
    return followElements(value, (element) => {
      for (const parameter of to.params) tracer.bind(parameter, element);
    });
  }
  if (via !== null) nth -= 1;
  // `this` and `arguments` of the function aren't followed
  if (nth < 0 || usesArguments(tracer, to)) {
    const others = nth < 0 ? null : forwardedTo(tracer.code.index, to);
    if (others === null) tracer.escape(node, value);
    const isBound = via !== 'bind' && tracer.bound().has(to, call.callee);
    for (const other of others ?? []) {
      if (isBound) bindParametersFrom(tracer, { to: other, nth, value });
      else bindParameter(tracer, { to: other, nth, value });
    }
  }
  const spread = call.arguments.findIndex(({ type }) => type === 'SpreadElement');
  const isMoved = spread !== -1 && spread <= nth;
  // the positions in `bind` itself are those of the function
  const callee = via === 'bind' ? to : call.callee;
  const first = via === null ? spread : Math.max(spread - 1, 0);
  if (isMoved) bindParametersFrom(tracer, { to, nth: first, value });
  else bindParameter(tracer, { to, nth, value, callee });
  tracer.calls.giveBackAgain(call, { of: to, at: nth, value });
}

/** True for `f.call.call(f, null, value)` and its like, whose positions are others. */
function isViaTwice({ callee }: TracedCall): boolean {
  const inner = callee.type === 'MemberExpression' ? callee.object : undefined;
  const names = [callee, inner].map((each) => {
    return each?.type === 'MemberExpression' ? (writtenName(each) ?? '') : '';
  });
  return names.every((name) => /^(?:call|apply|bind)$/.test(name));
}

function usesArguments(tracer: Tracer, of: FunctionValue['function']): boolean {
  if (of.type === 'ArrowFunctionExpression' || of.end - of.start > 5000) return false;
  const text = tracer.codeOf(of)?.text.slice(of.start, of.end) ?? '';
  return /\barguments\b/.test(text);
}
