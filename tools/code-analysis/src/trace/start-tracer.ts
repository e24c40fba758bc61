import type { KnownApis } from '../apis/known-apis.ts';
import type { ImportedFiles } from '../modules/imported-files.ts';
import { CodeIndex } from '../syntax/code-index.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import type { OwnContributions } from './own-contributions.ts';
import { step } from './step.ts';
import { Tracer } from './tracer.ts';

/** Makes a tracer of code by path. Imports find that very code from then on. */
export function startTracer(of: {
  codes: ReadonlyMap<string, ParsedCode>;
  apis: KnownApis;
  own: OwnContributions;
  files: ImportedFiles;
  entries: readonly string[];
  mostSteps?: number;
}): Tracer {
  const index = new CodeIndex([...of.codes.values()]);
  of.files.use(of.codes);
  return new Tracer({ ...of, index }, step);
}
