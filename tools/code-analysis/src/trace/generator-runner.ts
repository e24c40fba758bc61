import type { AnyNode } from 'acorn';
import { enclosingFunction, type FunctionNode } from '../syntax/syntax.ts';
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
    if (isRunner(textOf(tracer, of))) return true;
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

function textOf(tracer: Tracer, of: FunctionNode | AnyNode): string {
  return tracer.codeOf(of)?.text.slice(of.start, of.end) ?? '';
}
