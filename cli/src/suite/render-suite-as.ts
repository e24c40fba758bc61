import type { Style } from '@orchestra/terminal';
import { renderJunit } from './render-junit.ts';
import { renderSuite } from './render-suite.ts';
import type { Reporter, SuiteResult } from './suite-result.ts';

/** Renders results as whoever reads them wants them. */
export function renderSuiteAs(
  reporter: Reporter,
  { result, style }: { result: SuiteResult; style: Style },
): string {
  switch (reporter) {
    case 'junit':
      return renderJunit(result);
    case 'json':
      return JSON.stringify(suiteToJson(result), null, 2);
    case 'text':
      return renderSuite(result, style);
  }
}

/** Results for machines: what calls were given is left out, since it may be private. */
export function suiteToJson(result: SuiteResult): object {
  const { name, files, permissions, wall, durationMs, isStopped } = result;
  return {
    name,
    wall,
    durationMs,
    isStopped,
    permissions,
    files: files.map(({ file, errors, tests }) => ({
      file,
      errors,
      tests: tests.map(({ calls, refused, ...test }) => ({
        ...test,
        calls: calls.length,
        refused: refused.map(({ args: _args, ...call }) => call),
      })),
    })),
  };
}
