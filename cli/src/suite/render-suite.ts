import type { TestFileResult, TestResult } from '@orchestra/sandbox';
import { count, plain, plainLines, type Style } from '@orchestra/terminal';
import { describeMessage } from '../build/to-problem.ts';
import { showSourcePlace } from './read-excerpts.ts';
import { renderCompared } from '../permissions/render-compared.ts';
import { listResults, type SuiteResult } from './suite-result.ts';

/** Results of tests for people: each test, then what failed, then the permissions. */
export function renderSuite(result: SuiteResult, style: Style): string {
  const failed = listResults(result).filter(({ status }) => status === 'failed');
  return [
    ...result.files.map((file) => renderFile(file, style)),
    ...failed.map((test) => renderFailure(test, { result, style })),
    result.isStopped ? '' : renderCompared(result.permissions, { run: 'in the tests', style }),
    renderSummary(result, style),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function renderFile({ file, tests, errors }: TestFileResult, style: Style): string {
  const rows = tests.map((test) => renderTest(test, style));
  const broken = errors.map((error) => {
    const { message, place, hint } = describeMessage(error);
    const where = place === null ? '' : `${place} `;
    const advice = hint === undefined ? '' : `\n${style.dim('hint:')} ${plain(hint)}`;
    const told = `${plainLines(`${where}${message}`)}${advice}`;
    return `  ${style.red('✗')} ${told.replaceAll('\n', '\n    ')}`;
  });
  const none = tests.length + errors.length === 0 ? [style.dim('  it declares no test')] : [];
  return [style.bold(plain(file)), ...rows, ...broken, ...none].join('\n');
}

function renderTest({ name, status, durationMs }: TestResult, style: Style): string {
  if (status === 'skipped') return `  ${style.dim(`- ${plain(name)}`)}`;
  const mark = status === 'passed' ? style.green('✓') : style.red('✗');
  return `  ${mark} ${plain(name)} ${style.dim(`${durationMs} ms`)}`;
}

function renderFailure(
  { file, name, failure, place, logs }: TestResult,
  { result, style }: { result: SuiteResult; style: Style },
): string {
  if (failure === null) return '';
  const where = failure.place ?? place;
  const shown = where === null ? file : showSourcePlace(where);
  const message = isOurs.has(failure.name)
    ? failure.message
    : `${failure.name}: ${failure.message}`;
  const parts = [
    plainLines(message),
    ...failure.causes.map((cause) => plainLines(cause)),
    failure.diff === null ? '' : colourDiff(failure.diff, style),
    style.dim(`at ${plain(shown)}`),
    plainExcerpt(result.excerpts.get(shown) ?? ''),
    ...logs.slice(-10).map(({ level, text }) => style.dim(`${level}: ${plain(text)}`)),
  ].filter((part) => part !== '');
  const head = style.red(`✗ ${plain(`${file} > ${name}`)}`);
  return [head, ...parts.map((part) => indent(part))].join('\n');
}

/** Errors whose names say nothing to an author. */
const isOurs: ReadonlySet<string> = new Set([
  'AssertionError',
  'BuildError',
  'Error',
  'ServiceError',
]);

/** Keeps the spaces that place the caret. */
function plainExcerpt(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.replace(/^( *)(.*)$/, (_, spaces: string, rest: string) => spaces + plainLines(rest)),
    )
    .join('\n')
    .trimEnd();
}

function colourDiff(diff: string, style: Style): string {
  return diff
    .split('\n')
    .map((line) => {
      const [, start = '', rest = ''] = /^([-+]? *)(.*)$/.exec(line) ?? [];
      const shown = `${start}${plainLines(rest)}`;
      if (line.startsWith('-')) return style.green(shown);
      return line.startsWith('+') ? style.red(shown) : style.dim(shown);
    })
    .join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}

function renderSummary({ files, durationMs, wall, isStopped }: SuiteResult, style: Style): string {
  const tests = listResults({ files });
  const of = (status: TestResult['status']) =>
    tests.filter((test) => test.status === status).length;
  const broken = files.filter(({ errors }) => errors.length > 0).length;
  const parts = [
    isStopped ? style.red('stopped') : '',
    of('failed') === 0 ? '' : style.red(`${of('failed')} failed`),
    broken === 0 ? '' : style.red(`${count(broken, 'file')} didn't run`),
    style.green(`${of('passed')} passed`),
    of('skipped') === 0 ? '' : `${of('skipped')} skipped`,
  ].filter((part) => part !== '');
  const how = wall === 'none' ? '; in an isolate without an outer wall' : '';
  return `${parts.join(', ')} ${style.dim(`in ${(durationMs / 1000).toFixed(1)} s${how}`)}`;
}
