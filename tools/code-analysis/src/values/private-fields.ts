import type { AnyNode } from 'acorn';
import type { Reference, Variable } from 'eslint-scope';
import { treeIdentifier, treeNode, writtenName } from '../syntax/syntax.ts';
import type { TracedCall } from '../trace/call-links.ts';
import type { Tracer } from '../trace/tracer.ts';
import type { Value } from './value.ts';
import { variableOf } from '../syntax/variables.ts';

/**
 * Follows values into private fields, which compilers for older engines turn into a `WeakMap`:
 * `_disk.set(this, fs)` directly, or `__privateAdd(this, _disk, fs)` by a helper. False for every other call.
 */
export function keepPrivate(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; value: Value },
): boolean {
  const { call, node, value } = at;
  const field = fieldOf(call);
  if (field === undefined || variableOf(node) === field || !does(tracer, call, 'set')) return false;
  if (!field.references.every((reference) => isUnderstood(tracer, reference))) return false;
  for (const { identifier } of field.references) {
    const use = treeNode(identifier);
    const read = use && callOf(use);
    if (read === undefined || !does(tracer, read, 'get')) continue;
    if (value.kind === 'api') tracer.reach(read, value);
    else tracer.add(read, value);
  }
  return true;
}

function fieldOf({ callee, arguments: given }: TracedCall): Variable | undefined {
  const holder = callee.type === 'MemberExpression' ? [callee.object] : [];
  return [...holder, ...given].map(variableOf).find(isPrivateField);
}

/** True for a variable that is always the same new `WeakMap`. */
function isPrivateField(variable: Variable | undefined): variable is Variable {
  const written = variable?.references.filter((reference) => reference.isWrite()) ?? [];
  return (
    written.length > 0 &&
    written.every(({ writeExpr }) => {
      const made = treeNode(writeExpr);
      if (made?.type !== 'NewExpression' || made.callee.type !== 'Identifier') return false;
      return made.callee.name === 'WeakMap' && made.callee.variable === undefined;
    })
  );
}

/** True where a field is only created, read or written. */
function isUnderstood(tracer: Tracer, reference: Reference): boolean {
  if (reference.isWrite()) return true;
  const call = callOf(treeIdentifier(reference.identifier));
  if (call === undefined) return false;
  const { callee } = call;
  const isMethod = callee.type === 'MemberExpression' && isPrivateField(variableOf(callee.object));
  return isMethod
    ? /^(?:get|set|has|delete)$/.test(writtenName(callee) ?? '')
    : tracer.code.index.functionsOf(callee) !== null;
}

/** The call that has a field as its argument, or calls a method of it. */
function callOf(use: AnyNode): TracedCall | undefined {
  const { parent } = use;
  const at = parent?.type === 'MemberExpression' && parent.object === use ? parent.parent : parent;
  return at?.type === 'CallExpression' ? at : undefined;
}

/** True for a call of the field's method, also inside a helper that gets the field. */
function does(tracer: Tracer, { callee }: TracedCall, method: 'get' | 'set'): boolean {
  if (callee.type === 'MemberExpression' && isPrivateField(variableOf(callee.object))) {
    return writtenName(callee) === method;
  }
  const helpers = tracer.code.index.functionsOf(callee) ?? [];
  return helpers.some((of) => {
    const text = tracer.codeOf(of)?.text.slice(of.start, of.end) ?? '';
    return text.length < 1000 && text.includes(`.${method}(`);
  });
}
