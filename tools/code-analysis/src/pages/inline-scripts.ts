import { traceRounds } from '../evaluated/trace-rounds.ts';
import { ImportedFiles } from '../modules/imported-files.ts';
import { parseCode, type ParsedCode } from '../syntax/parse-code.ts';
import { startTracer } from '../trace/start-tracer.ts';
import { TooManySteps, type Tracer } from '../trace/tracer.ts';
import { expand, marks } from './marks.ts';

/** Analyses a script in a page as code of its own; null where it can't be told what it runs. */
export function readScript(
  tracer: Tracer,
  { text, isShielded }: { text: string; isShielded: boolean },
): Tracer[] | null {
  const texts = expand(text);
  if (texts === null || text.includes(marks.made)) return null;
  // in a page that loads nothing, what comes from outside is data
  if (/[\uFDD2\uFDD4]/.test(text) && !isShielded) return null;
  const read = texts.map((each) => readOne(tracer, each.replace(/[\uFDD0-\uFDD5]+/g, '__part__')));
  return read.every((each) => each !== null) ? read : null;
}

function readOne(by: Tracer, text: string): Tracer | null {
  const code = parse(text);
  if (code === null) return null;
  const { apis, own } = by.code;
  let last: Tracer | null = null;
  try {
    const codes = new Map([[code.path, code]]);
    const files = new ImportedFiles({ codes, files: new Map(), others: [] });
    const rounds = traceRounds(codes, (traced) =>
      startTracer({ codes: traced, apis, own, files, entries: [] }),
    );
    for (const tracer of rounds) last = tracer;
    return last;
  } catch (error) {
    if (error instanceof TooManySteps || error instanceof RangeError) return null;
    throw error;
  }
}

/** Reads a script, or else what a handler in an attribute runs. */
function parse(text: string): ParsedCode | null {
  for (const each of [text, `(function (event) {${text}\n})`]) {
    try {
      return parseCode('page.js', each);
    } catch {
      continue;
    }
  }
  return null;
}
