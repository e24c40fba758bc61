import { isSurelyApi } from '../apis/sure-api.ts';
import { findSources } from '../modules/find-sources.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, writtenName } from '../syntax/syntax.ts';
import { viaOf } from '../trace/called-with.ts';
import type { TracedCall } from '../trace/call-links.ts';
import type { Tracer } from '../trace/tracer.ts';
import type { Evaluation } from './evaluation.ts';
import { graftTexts } from './graft-texts.ts';
import { placeOf } from './place-of.ts';
import { parseTextFile, pathOfText } from './text-file.ts';

/** Most times that code is traced: texts that run may run others. */
const mostRounds = 5;

/** Most characters of texts that are read, and most calls with such texts. */
const mostCharacters = 10 * 1024 * 1024;
const mostCalls = 10_000;
const mostFiles = 100;

/**
 * Traces code, and where it runs texts which are known, once more with these texts as code. Gives each tracer
 * before it runs; the last has all that was found.
 *
 * @param start makes a tracer of files by path
 */
export function* traceRounds(
  codes: ReadonlyMap<string, ParsedCode>,
  start: (codes: ReadonlyMap<string, ParsedCode>) => Tracer,
): Generator<Tracer, void> {
  let traced: ReadonlyMap<string, ParsedCode> | null = codes;
  for (let round = 1; traced !== null; round += 1) {
    const tracer = start(traced);
    yield tracer;
    findSources(tracer);
    tracer.run();
    traced = round < mostRounds ? withTexts(tracer) : null;
  }
}

/** The files with what they run written into them; null where that is nothing new. */
function withTexts(tracer: Tracer): ReadonlyMap<string, ParsedCode> | null {
  const { codes } = tracer.code;
  const files = readTextFiles(tracer);
  // libraries make harmless functions of texts, for which nothing is traced a second time
  const isNew = files.size > 0 || tracer.evaluations.some(({ isHarmless }) => !isHarmless);
  if (!isNew) return null;
  const evaluations = bounded(tracer.evaluations).map((each) => ({
    ...each,
    isSure: isSurelyCalled(tracer, each.call),
  }));
  const changed = [...codes].flatMap(([path, code]) => {
    const own = evaluations.filter(({ call }) => tracer.codeOf(call) === code);
    const grafted = own.length === 0 ? null : graftTexts(code, own);
    return grafted === null ? [] : [[path, grafted] as const];
  });
  return changed.length + files.size === 0 ? null : new Map([...codes, ...changed, ...files]);
}

/** The texts that run as files, as code. */
function readTextFiles(tracer: Tracer): ReadonlyMap<string, ParsedCode> {
  const found = new Map<string, ParsedCode>();
  let characters = 0;
  for (const file of tracer.textFiles.slice(0, mostFiles)) {
    const path = pathOfText(file);
    characters += file.text.length;
    if (found.has(path) || characters > mostCharacters) continue;
    const code = parseTextFile(file, placeOf(tracer.codeOf(file.node), file.node));
    if (code !== null) found.set(path, code);
  }
  return found;
}

function bounded(evaluations: readonly Evaluation[]): Evaluation[] {
  let characters = 0;
  return evaluations.slice(0, mostCalls).filter(({ texts }) => {
    characters += texts.flat().reduce((sum, { length }) => sum + length, 0);
    return characters <= mostCharacters;
  });
}

/** True for a call that can call nothing but what runs its text. */
function isSurelyCalled(tracer: Tracer, call: TracedCall): boolean {
  const { callee } = call;
  const isVia = callee.type === 'MemberExpression' && viaOf(call) !== null;
  const called = isVia ? callee.object : callee;
  const node = bare(called);
  const name = node.type === 'MemberExpression' ? writtenName(node) : undefined;
  const names = [name, node.type === 'Identifier' ? node.name : undefined];
  const isChanged = names.some((each) => each !== undefined && tracer.code.index.changed.has(each));
  return !isChanged && tracer.valuesOf(called).size === 1 && isSurelyApi(tracer, called);
}
