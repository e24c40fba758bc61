import type { AnyNode } from 'acorn';
import type { TracedCall } from '../trace/call-links.ts';

/** How a text runs. */
export type HowRun =
  /** With the variables around the call. */
  | 'direct'
  /** With globals alone. */
  | 'indirect'
  /** Likewise, and what it declares is global as well. */
  | 'script'
  /** Likewise, and later. */
  | 'timer'
  /** With members of an object as globals. */
  | 'context'
  /** When methods of what the call gives are called. */
  | 'stored'
  /** When what the call gives is called; the texts are parameters, and last the body. */
  | 'function';

/** A call that runs texts, all of which are known. */
export interface Evaluation {
  call: TracedCall;
  how: HowRun;
  /** What it may run, each a list of texts: one, or parameters and a body. */
  texts: readonly (readonly string[])[];
  /** The object whose members are its globals. */
  context?: AnyNode;
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
