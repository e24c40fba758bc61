import type { AnyNode } from 'acorn';
import type { ParsedCode } from '../syntax/parse-code.ts';
import type { TracedCall } from '../trace/call-links.ts';
import type { Tracer } from '../trace/tracer.ts';
import { type Evaluation, evaluationKey } from './evaluation.ts';
import { codeInAddress, pathOfText, type TextFile } from './text-file.ts';

/** Notes that a call runs texts, which are read later; for now, or where they aren't known, it is unresolved. */
export function runTexts(
  tracer: Tracer,
  at: {
    call: TracedCall;
    what: string;
    run: Evaluation | null;
    isHarmless?: boolean;
    /** True for a call that gives texts nothing but globals. */
    isOfGlobals?: boolean;
  },
): void {
  const { call, what, run, isHarmless = false, isOfGlobals = false } = at;
  const written = tracer.codeOf(call)?.grafts?.calls.get(call.start);
  if (run !== null && written?.includes(evaluationKey(run))) return;
  if (run !== null && written === undefined) tracer.evaluations.push({ ...run, isHarmless });
  if (isHarmless) return;
  const found = { reason: 'evaluated-code', what } as const;
  if (isOfGlobals) tracer.findings.unknownOfGlobals(call, found);
  else tracer.findings.unresolved(call, found);
}

/**
 * The codes of texts that run as files. Where one isn't read yet, or can't be, `what` is unresolved, as long as
 * that is so.
 *
 * @param run.texts null where they aren't known
 */
export function runTextFiles(
  tracer: Tracer,
  run: { node: AnyNode; as: TextFile['as']; texts: readonly string[] | null; what: string },
): ParsedCode[] {
  const { node, as, texts, what } = run;
  const codes = (texts ?? []).map((text) => tracer.code.codes.get(pathOfText({ as, text })));
  if (texts === null || texts.length === 0 || codes.includes(undefined)) {
    for (const text of texts ?? []) tracer.textFiles.push({ node, as, text });
    tracer.findings.unresolved(node, { reason: 'evaluated-code', what });
  }
  return codes.filter((code) => code !== undefined);
}

/** The code in an address that is imported; JSON has none. */
export function runAddress(tracer: Tracer, node: AnyNode, address: string): ParsedCode[] {
  const found = codeInAddress(address);
  if (found === 'data') return [];
  const texts = found === null ? null : [found.code];
  return runTextFiles(tracer, { node, as: 'module', texts, what: address.slice(0, 60) });
}
