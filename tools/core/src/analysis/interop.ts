import type { FunctionNode } from './syntax.ts';
import type { Tracer } from './tracer.ts';

/** `__toESM`, `__importDefault` and their like: what compilers import a CommonJS module through. */
export function isInterop(of: FunctionNode, tracer: Tracer): boolean {
  if (of.params.length === 0 || of.end - of.start > 1000) return false;
  const text = tracer.codeOf(of)?.text.slice(of.start, of.end) ?? '';
  return text.includes('__esModule') && text.includes('default');
}
