import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { builtinOf } from '../apis/builtins.ts';
import {
  enclosingFunction,
  type FunctionNode,
  treeIdentifier,
  writtenName,
} from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';

/** Longest text of a helper. */
const mostLength = 2000;

/**
 * True in the helper by which compilers for older engines run an async function as a generator. It gives each
 * value that the generator yields back to the generator, or to the result, and looks at none.
 */
export function isGeneratorRunner(tracer: Tracer, call: TracedCall): boolean {
  for (let of = enclosingFunction(call); of !== undefined; of = enclosingFunction(of)) {
    if (of.end - of.start > mostLength) return false;
    if (isRunner(textOf(tracer, of))) return givesOnly(tracer, of);
  }
  return false;
}

/** The forms of esbuild and TypeScript (`generator.next(value)`), and of Babel and swc (`gen[key](arg)`). */
function isRunner(text: string): boolean {
  if (!/\.done\b/.test(text) || !text.includes('Promise')) return false;
  const values = [...text.matchAll(/\.value\b/g)].length;
  const given = [
    ...text.matchAll(/\b[\w$]+\(\s*[\w$]+\.value\s*\)|\b(?:let|var|const)\s[^;]{0,80}?\.value\b/g),
  ].length;
  const runs = /\.next\(/.test(text) && /\bthrow\b/.test(text);
  return values > 0 && given >= values && (runs || /\[[\w$]+\]\([\w$]+\)/.test(text));
}

/** True where each `value` of a step only goes to promises: it is resolved, or a promise is made of it. */
function givesOnly(tracer: Tracer, of: FunctionNode): boolean {
  const code = tracer.codeOf(of);
  const reads = code?.nodes.members.filter((node) => {
    const isIn = node.start >= of.start && node.end <= of.end;
    return isIn && node.type === 'MemberExpression' && writtenName(node) === 'value';
  });
  return reads?.every((read) => isGiven(tracer, read, 0)) ?? false;
}

function isGiven(tracer: Tracer, node: AnyNode, depth: number): boolean {
  const { parent } = node;
  if (depth > 6) return false;
  switch (parent?.type) {
    case 'ParenthesizedExpression':
    case 'ConditionalExpression':
    case 'SequenceExpression':
    case 'AwaitExpression':
      return isGiven(tracer, parent, depth + 1);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'ExpressionStatement':
    case 'BinaryExpression':
      return true;
    case 'VariableDeclarator':
    case 'AssignmentExpression': {
      const target = parent.type === 'VariableDeclarator' ? parent.id : parent.left;
      return isVariableGiven(tracer, variableOf(target), depth);
    }
    case 'CallExpression':
    case 'NewExpression':
      return isResolving(tracer, parent, { node, depth });
    default:
      return false;
  }
}

function isVariableGiven(tracer: Tracer, variable: Variable | undefined, depth: number): boolean {
  const reads = variable?.references.filter((each) => each.isRead());
  return (
    reads?.every(({ identifier }) => isGiven(tracer, treeIdentifier(identifier), depth + 1)) ??
    false
  );
}

/** True for `resolve(value)`, `Promise.resolve(value)`, and a function inside that makes a promise of it. */
function isResolving(
  tracer: Tracer,
  call: CallExpression | NewExpression,
  { node, depth }: { node: AnyNode; depth: number },
): boolean {
  if (builtinOf(call.callee) === 'Promise.resolve') return true;
  const at = call.arguments.findIndex((each) => each === node);
  const functions = tracer.callees.of(call.callee);
  if (functions !== null) {
    return functions.every(({ params }) =>
      isVariableGiven(tracer, variableOf(params[at]), depth + 1),
    );
  }
  return isResolver(tracer, variableOf(call.callee), 0);
}

/** True for a parameter of the function in `new Promise((resolve) => …)`, also where it is handed on. */
function isResolver(tracer: Tracer, variable: Variable | undefined, depth: number): boolean {
  const parameter = parameterOf(variable);
  if (parameter === null || depth > 4) return false;
  const made = parameter.of.parent;
  if (made?.type === 'NewExpression') return made.arguments[0] === parameter.of;
  const calls = tracer.code.index.callersOf(parameter.of) ?? [];
  return (
    calls.length > 0 &&
    calls.every((call) => isResolver(tracer, variableOf(call.arguments[parameter.at]), depth + 1))
  );
}

function textOf(tracer: Tracer, of: FunctionNode | AnyNode): string {
  return tracer.codeOf(of)?.text.slice(of.start, of.end) ?? '';
}
