import type { AnyNode } from 'acorn';
import type { ApiPart } from '../apis/known-apis.ts';
import { argumentsOf } from '../syntax/inside-function.ts';
import type { FunctionNode } from '../syntax/syntax.ts';
import type { ApiValue } from '../values/value.ts';
import type { TracedCall } from './call-links.ts';
import { wrappedIn } from './forwarded-call.ts';
import { bindParameter } from './step-list.ts';
import type { Tracer } from './tracer.ts';

/** Gives a call the part of an API that it results in, or hands it to the functions that it is given. */
export function giveParts(
  tracer: Tracer,
  at: { call: TracedCall; gives: NonNullable<ApiValue['node']['gives']> },
): void {
  const { call, gives } = at;
  if (gives.how === 'result') return tracer.add(call, tracer.apis.of(gives.id, gives.node));
  for (const argument of call.arguments) {
    for (const to of functionsGiven(tracer, argument)) {
      handParts(tracer, { to, parts: [gives, ...gives.more], given: argument });
    }
  }
}

/** Finds the methods by which the editor hands documents and their like to registered objects. */
export function findHandings(tracer: Tracer): void {
  for (const [method, parts] of tracer.code.apis.handings) {
    for (const to of tracer.callees.named(method)) handParts(tracer, { to, parts });
  }
}

/** The functions that an argument is, also within calls that wrap them. */
function functionsGiven(tracer: Tracer, argument: AnyNode): Iterable<FunctionNode> {
  const known = tracer.callees.of(argument) ?? tracer.code.index.functionsOf(argument) ?? [];
  return new Set([...known, ...wrappedIn(argument)]);
}

function handParts(
  tracer: Tracer,
  at: { to: FunctionNode; parts: readonly (ApiPart | null)[]; given?: AnyNode },
): void {
  const { to, parts, given } = at;
  const uses = to.type === 'ArrowFunctionExpression' ? [] : argumentsOf(to);
  for (const [nth, part] of parts.entries()) {
    if (part === null) continue;
    const value = tracer.apis.of(part.id, part.node);
    bindParameter(tracer, { to, nth, value, ...(given && { callee: given }) });
    for (const use of uses) tracer.add(use, tracer.own.list(use, value));
  }
}
