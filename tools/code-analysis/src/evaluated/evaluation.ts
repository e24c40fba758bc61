import type { TracedCall } from '../trace/call-links.ts';

/**
 * How a text runs: `direct` with the variables around the call, `indirect` with globals alone, `script` so that
 * what it declares is global as well, `timer` likewise and later; `function` as the parameters and the body of
 * a function.
 */
export type HowRun = 'direct' | 'indirect' | 'script' | 'timer' | 'function';

/** A call that runs texts, all of which are known. */
export interface Evaluation {
  call: TracedCall;
  how: HowRun;
  /** What it may run, each a list of texts: one, or parameters and a body. */
  texts: readonly (readonly string[])[];
  /** True where they use nothing but what they are given. */
  isHarmless: boolean;
}

/** An evaluation, of which is known whether the call can be a call of anything else. */
export interface JudgedEvaluation extends Evaluation {
  isSure: boolean;
}

/** Most alternatives of what one call runs. */
export const mostAlternatives = 16;

/** Tells evaluations of a call apart. */
export function evaluationKey({ how, texts }: Pick<Evaluation, 'how' | 'texts'>): string {
  return JSON.stringify([how, texts]);
}
