import { format, resolveConfig } from 'prettier';
import { makeProgram } from '../src/cli.ts';
import { makeContext } from '../src/context.ts';
import { describeProgram } from './describe-program.ts';

/** The file from which the site makes the reference of the command line. */
export const programReferenceFile = new URL('../../site/src/reference/cli.json', import.meta.url);

/** Renders the file as it should be. */
export async function renderProgramReference(): Promise<string> {
  const program = makeProgram(makeContext(process), () => {});
  const style = await resolveConfig(programReferenceFile);
  return format(JSON.stringify(describeProgram(program)), { ...style, parser: 'json' });
}
