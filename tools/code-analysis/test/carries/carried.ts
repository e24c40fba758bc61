import { analyzeCode } from '../../src/analyze-code.ts';
import { calling } from './calling.ts';
import type { CarryingStep } from './carrying-step.ts';
import { holding } from './holding.ts';
import { iterating } from './iterating.ts';

/** All kinds of steps. */
export const steps: readonly CarryingStep[] = [...iterating, ...holding, ...calling];

/** A value that steps hand on, and what uses it at their end. */
export interface Carried {
  value: string;
  /** Uses the value `v`. */
  use: string;
  /** True for the context of an extension, which only `activate` has. */
  isContext?: true;
}

/** A program that hands a value on by these steps, one after the other, and then uses it. */
export function program(by: readonly CarryingStep[], { value, use, isContext }: Carried): string {
  const last = `const u${by.length} = (v) => { ${use} };`;
  const inner = by.map(({ code }, nth) => {
    const written = code.replaceAll(/\bU\(/g, `u${nth + 1}(`).replaceAll(/\bV\b/g, 'v');
    return `const u${nth} = (v) => { ${written} };`;
  });
  const all = [last, ...inner.toReversed(), `u0(${value});`].join('\n');
  return isContext ? `exports.activate = function activate(context) {\n${all}\n};` : all;
}

/** True where a program ends with "no permissions, nothing unresolved". */
export function isSilent(code: string): boolean {
  const files = new Map([['main.js', Buffer.from(code)]]);
  const { permissions, unresolved } = analyzeCode({ files, entries: ['main.js'] });
  return permissions.length + unresolved.length === 0;
}
