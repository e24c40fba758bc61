import type { AnyNode } from 'acorn';
import type { FunctionNode } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';
import { parameterOf } from '../syntax/variables.ts';

/**
 * True for helpers such as `__toESM` and `_interopNamespace`, through which compilers import CommonJS
 * modules.
 */
export function isInterop(of: FunctionNode, tracer: Tracer): boolean {
  if (of.params.length === 0 || of.end - of.start > 2000) return false;
  const text = textOf(of, tracer);
  return /__esModule|getOwnPropertyDescriptor/.test(text) && text.includes('default');
}

/** True for helpers such as `__webpack_require__.n`, which return a function that returns the module. */
export function isGetterInterop(of: FunctionNode, tracer: Tracer): boolean {
  return isInterop(of, tracer) && /\{\s*a:/.test(textOf(of, tracer));
}

/** True for the function `() => module['default']` that such a helper makes of its argument. */
export function isGetterOf(of: FunctionNode, getter: FunctionNode): boolean {
  const [only] = getter.body.type === 'BlockStatement' ? getter.body.body : [];
  let read: AnyNode | null | undefined =
    only?.type === 'ReturnStatement' ? only.argument : getter.body;
  while (read?.type === 'MemberExpression') read = read.object;
  return read?.type === 'Identifier' && parameterOf(read.variable)?.of === of;
}

function textOf(of: FunctionNode, tracer: Tracer): string {
  return tracer.codeOf(of)?.text.slice(of.start, of.end) ?? '';
}
