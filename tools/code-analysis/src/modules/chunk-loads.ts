import type { AnyNode } from 'acorn';
import type { CodeIndex } from '../syntax/code-index.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, enclosingFunction, writtenName } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';

/**
 * True for the part of a path by which webpack and rspack load a late part of their own bundle: `id` in
 * `runtime.f.require = (id) => require('./' + runtime.u(id))`, or in webpack 4's `runtime.e = (id) =>
 * require('./' + id + '.js')`. Those ids are constants wherever the code calls `runtime.e`.
 */
export function isChunkName(written: AnyNode, at: { from: ParsedCode; index: CodeIndex }): boolean {
  const part = bare(written);
  const isNamed = part.type === 'CallExpression';
  const id = isNamed ? part.arguments[0] : part;
  const parameter = parameterOf(variableOf(id));
  if (parameter === null || parameter.at !== 0 || parameter.of !== enclosingFunction(part)) {
    return false;
  }
  const { parent } = parameter.of;
  if (parent?.type !== 'AssignmentExpression' || parent.right !== parameter.of) return false;
  const runtime = runtimeOf(parent.left, isNamed);
  if (runtime === undefined) return false;
  if (isNamed && !isMemberOf(part.callee, { runtime, name: 'u' })) return false;
  return at.from.nodes.calls.every((call) => {
    if (!isMemberOf(call.callee, { runtime, name: 'e' })) return true;
    const ids = call.arguments[0] && at.index.strings(call.arguments[0]);
    return ids?.every((each) => /^[^/\\]*$/.test(each) && each !== '..') ?? false;
  });
}

type Runtime = NonNullable<ReturnType<typeof variableOf>>;

/** The variable of webpack's runtime, in `runtime.f.require` or `runtime.e`. */
function runtimeOf(target: AnyNode, isNamed: boolean): Runtime | undefined {
  if (target.type !== 'MemberExpression') return undefined;
  if (!isNamed) return writtenName(target) === 'e' ? variableOf(target.object) : undefined;
  const { object } = target;
  const isTable = object.type === 'MemberExpression' && writtenName(object) === 'f';
  return isTable ? variableOf(object.object) : undefined;
}

function isMemberOf(node: AnyNode, of: { runtime: Runtime; name: string }): boolean {
  return (
    node.type === 'MemberExpression' &&
    writtenName(node) === of.name &&
    variableOf(node.object) === of.runtime
  );
}
