import type { AnyNode } from 'acorn';
import { bare, type FunctionNode, writtenName } from '../syntax/syntax.ts';
import type { TracedCall } from '../trace/call-links.ts';
import type { Tracer } from '../trace/tracer.ts';
import { addExport, followExports, type Value } from '../values/value.ts';

/**
 * Gives a call of a helper that only copies namespaces what this very call passes to it. False for any other
 * function, and for values that could do more than be copied.
 */
export function giveCopy(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; value: Value; to: FunctionNode },
): boolean {
  const { call, node, value, to } = at;
  if (value.kind === 'list' || (value.kind === 'api' && value.node.does !== undefined))
    return false;
  if (!isPlain(call) || tracer.bound().has(to, call.callee)) return false;
  const nth = call.arguments.findIndex((argument) => argument === node);
  const helper = nth === -1 ? null : tracer.copies.of(to, nth);
  if (helper === null || (helper.loads && !isOfValue(tracer, call))) return false;
  if ([...helper.without].some((other) => call.arguments.length > other)) return false;
  if (helper.returns) giveResult(tracer, { call, value });
  for (const target of helper.targets) {
    const filled = call.arguments[target];
    if (filled !== undefined && filled !== node && value.kind !== 'function') {
      tracer.calls.bindCopy({ target: filled }, value);
    }
  }
  return true;
}

/** True for a call that passes its arguments directly to the function. */
function isPlain({ callee, arguments: given }: TracedCall): boolean {
  if (given.some(({ type }) => type === 'SpreadElement')) return false;
  const plain = bare(callee);
  const name = plain.type === 'MemberExpression' ? writtenName(plain) : undefined;
  return !/^(?:call|apply|bind)$/.test(name ?? '');
}

/** webpack: `__webpack_require__.t(value, mode)` loads a module itself where the lowest bit of `mode` is set. */
function isOfValue(tracer: Tracer, { arguments: [, mode] }: TracedCall): boolean {
  const modes = mode === undefined ? null : tracer.code.index.strings(mode);
  return modes?.every((each) => /^\d+$/.test(each) && Number(each) % 2 === 0) ?? false;
}

/** The call may be the namespace itself, its default, or an object whose default is the namespace. */
function giveResult(tracer: Tracer, { call, value }: { call: TracedCall; value: Value }): void {
  tracer.add(call, value);
  if (value.kind !== 'exports') return;
  const made = tracer.own.exports(call);
  addExport(made, 'default', value);
  tracer.add(call, made);
  followExports(value, (name, exported) => {
    if (name === 'default') tracer.add(call, exported);
  });
}
