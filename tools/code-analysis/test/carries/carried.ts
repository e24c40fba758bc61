import { analyzeCode } from '../../src/analyze-code.ts';
import { calling } from './calling.ts';
import type { CarryingStep } from './carrying-step.ts';
import { evaluating } from './evaluating.ts';
import { holding } from './holding.ts';
import { iterating } from './iterating.ts';
import { moving } from './moving.ts';

/** All kinds of steps. */
export const steps: readonly CarryingStep[] = [
  ...iterating,
  ...holding,
  ...calling,
  ...moving,
  ...evaluating,
];

/** A value that steps hand on, and what uses it at their end. */
export interface Carried {
  value: string;
  /** Uses the value `v`. */
  use: string;
  /** True for the context of an extension, which only `activate` has. */
  isContext?: true;
}

/** Writes a function of that name, whose parameter is `v`. */
export type Frame = (name: string, body: string) => string;

/** A function like most. */
export const plain: Frame = (name, body) => `const ${name} = (v) => { ${body} };`;

/** Forms of functions, within which a step stands. */
export const frames: readonly Frame[] = [
  plain,
  (name, body) => `function ${name}(v) { ${body} }`,
  (name, body) => `const ${name} = async (v) => { ${body} };`,
  (name, body) => `const ${name} = (w) => { for (const v of [w]) { ${body} } };`,
  (name, body) => `const ${name} = (w) => { try { throw w; } catch (v) { ${body} } };`,
  (name, body) => `const ${name} = (v) => { if (process.argv[2]) { ${body} } };`,
  (name, body) =>
    `class C${name} { run(v) { ${body} } } const ${name} = (v) => new C${name}().run(v);`,
  (name, body) => `class C${name} { static run(v) { ${body} } } const ${name} = C${name}.run;`,
  (name, body) => `const ${name} = ((at) => (v) => { ${body} })(1);`,
];

/** A program that hands a value on by these steps, one after the other, and then uses it. */
export function program(
  by: readonly CarryingStep[],
  { value, use, isContext }: Carried,
  framesOf: (nth: number) => Frame = () => plain,
): string {
  const last = plain(`u${by.length}`, use);
  const inner = by.map(({ code }, nth) => {
    const written = code.replaceAll(/\bU\(/g, `u${nth + 1}(`).replaceAll(/\bV\b/g, 'v');
    return framesOf(nth)(`u${nth}`, written);
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
