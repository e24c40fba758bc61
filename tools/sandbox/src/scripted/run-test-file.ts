import { readFile } from 'node:fs/promises';
import type { CallRecord } from '../host/call-record.ts';
import { BuildError } from '../host/build-error.ts';
import type { LogLine } from '../host/console-log.ts';
import type { BuiltCode, SourcePlace } from '../host/source-places.ts';
import { type BundleMessage, type Bundler, bundleExtension } from '../bundle/bundle-extension.ts';
import { unansweredStart } from './unanswered.ts';
import {
  explainFailure,
  type ListedTest,
  type TestFailure,
  TestRun,
  type TestRunOptions,
} from './test-run.ts';

/** What a file of tests is run with. */
export interface RunTestFileOptions extends Omit<TestRunOptions, 'code' | 'commandsCode'> {
  bundler: Bundler;
  /** As {@link bundleExtension} takes it. */
  findSureLoads?: (text: string) => Promise<ReadonlySet<string>>;
  /** The entry of the extension, relative to its folder. */
  entry: string;
  /** The code of the entry, where it is no file. */
  entryCode?: string;
  /** As {@link bundleExtension} takes it. */
  builtFile?: string;
  /** Of other kinds than native extensions: as {@link bundleExtension} takes them. */
  modules?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds that a test may take that says nothing else. */
  timeoutMs: number;
  /** Runs only tests whose name has this in it. */
  name?: string | undefined;
  /** Told of each test once it has ended. */
  onResult(result: TestResult): void;
}

/** What came of a test. */
export interface TestResult {
  file: string;
  name: string;
  place: SourcePlace | null;
  status: 'passed' | 'failed' | 'skipped';
  durationMs: number;
  /** Of what the test threw, else of calls that were refused. */
  failure: TestFailure | null;
  /** Calls of the extension that the gate refused, and that the test doesn't expect. */
  refused: CallRecord[];
  /** All calls of the extension. */
  calls: CallRecord[];
  logs: LogLine[];
}

/** What came of a file. */
export interface TestFileResult {
  file: string;
  tests: TestResult[];
  /** Why none of its tests ran: it can't be bundled, or throws at its top. */
  errors: BundleMessage[];
  /** What it was bundled of, relative to the folder of the extension; empty where it can't be bundled. */
  sources: string[];
}

/**
 * Bundles a file of tests with the extension, and runs each of its tests in an isolate of its own. Where it is
 * stopped, the result has the tests that ended before.
 */
export async function runTestFile(options: RunTestFileOptions): Promise<TestFileResult> {
  const { testFile: file } = options;
  const built = await bundleTests(options);
  if (!built.ok) return { file, tests: [], errors: built.errors, sources: [] };
  const commands = await bundleCommands(options);
  if (commands?.ok === false) return { file, tests: [], errors: commands.errors, sources: [] };
  const { code } = built;
  const sources = [...new Set([...built.files, ...(commands?.files ?? [])])];
  const run = { ...options, code, commandsCode: commands?.code ?? null };
  let first: TestRun;
  try {
    first = await TestRun.open(run);
  } catch (error) {
    if (options.signal?.aborted === true) return { file, tests: [], errors: [], sources };
    if (!(error instanceof BuildError)) throw error;
    const errors = [{ text: error.stack ?? error.message, location: null, notes: [] }];
    return { file, tests: [], errors, sources };
  }
  return { file, tests: await runAll(first, run), errors: [], sources };
}

async function bundleTests(options: RunTestFileOptions) {
  const { bundler, engine, extension, entry, entryCode, testFile } = options;
  const load = isRaycast(options) ? 'null' : `() => import(${JSON.stringify(`./${entry}`)})`;
  const { builtFile = entry } = options;
  const bundle = await bundleExtension(bundler, {
    folder: extension.folder,
    entry: entryName,
    builtFile,
    findSureLoads: options.findSureLoads,
    modules: options.modules,
    external: {
      ...(entryCode !== undefined && { [`./${entry}`]: entryCode }),
      [moduleName]: await readFile(engine.files.testModule, 'utf8'),
      [`./${entryName}`]: [
        `import { enter } from ${JSON.stringify(moduleName)};`,
        `import ${JSON.stringify(`./${testFile}`)};`,
        // loaded by the tests, so that what it does at its top finds what they prepared
        `export const activate = enter(${load});`,
      ].join('\n'),
    },
  });
  try {
    return await bundle.build();
  } finally {
    await bundle.dispose();
  }
}

/** Bundles the commands of an extension for Raycast by themselves; null for other kinds. */
async function bundleCommands(options: RunTestFileOptions) {
  if (!isRaycast(options)) return null;
  const { bundler, extension, entry, entryCode, findSureLoads, modules } = options;
  const bundle = await bundleExtension(bundler, {
    folder: extension.folder,
    entry,
    findSureLoads,
    modules,
    ...(entryCode !== undefined && { external: { [`./${entry}`]: entryCode } }),
  });
  try {
    return await bundle.build();
  } finally {
    await bundle.dispose();
  }
}

function isRaycast({ extension }: RunTestFileOptions): boolean {
  return extension.kind === 'raycast';
}

const entryName = 'orchestra-tests.js';

/** What tests import. */
const moduleName = '@orchestra/test';

type OpenOptions = RunTestFileOptions & { code: BuiltCode; commandsCode: BuiltCode | null };

async function runAll(first: TestRun, options: OpenOptions): Promise<TestResult[]> {
  const results: TestResult[] = [];
  let waiting: Promise<TestRun> | null = Promise.resolve(first);
  try {
    const listed = await first.list();
    const chosen = choose(listed, options.name);
    for (const [index, test] of listed.entries()) {
      if (!chosen.has(test)) {
        results.push(tell(skip(test, options), options));
        continue;
      }
      const opening: Promise<TestRun> = waiting ?? TestRun.open(options);
      // the next isolate starts while this test runs
      const isLast = !listed.slice(index + 1).some((next) => chosen.has(next));
      waiting = isLast ? null : TestRun.open(options);
      waiting?.catch(() => undefined); // told where it is awaited
      const result = await runOne(opening, { test, index, options });
      if (options.signal?.aborted === true) break;
      results.push(tell(result, options));
    }
  } finally {
    await (await waiting?.catch(() => null))?.close();
  }
  return results;
}

function tell(result: TestResult, { onResult }: OpenOptions): TestResult {
  onResult(result);
  return result;
}

function choose(listed: readonly ListedTest[], name: string | undefined): Set<ListedTest> {
  const hasOnly = listed.some(({ isOnly }) => isOnly);
  return new Set(
    listed.filter(
      (test) =>
        !test.isSkipped &&
        (test.isOnly || !hasOnly) &&
        (name === undefined || test.name.toLowerCase().includes(name.toLowerCase())),
    ),
  );
}

function skip({ name, place }: ListedTest, { testFile: file }: OpenOptions): TestResult {
  const nothing = { failure: null, refused: [], calls: [], logs: [] };
  return { file, name, place, status: 'skipped', durationMs: 0, ...nothing };
}

async function runOne(
  opening: Promise<TestRun>,
  { test, index, options }: { test: ListedTest; index: number; options: OpenOptions },
): Promise<TestResult> {
  const { name, place } = test;
  const about = { file: options.testFile, name, place };
  let run: TestRun;
  try {
    run = await opening;
  } catch (error) {
    const nothing = { durationMs: 0, refused: [], calls: [], logs: [] };
    return { ...about, ...nothing, status: 'failed', failure: explainFailure(error) };
  }
  const startedAt = performance.now();
  const { failure: thrown, expectedRefusals } = await run.run(
    index,
    test.timeout ?? options.timeoutMs,
  );
  const durationMs = Math.round(performance.now() - startedAt);
  await run.close();
  const { calls, logs } = run;
  const refused = calls.filter(
    ({ isAllowed, api }) => !isAllowed && !expectedRefusals.includes(api),
  );
  const failure =
    thrown ?? findRefusal({ calls, refused, expectedRefusals }) ?? findUnanswered(calls);
  const status = failure === null ? 'passed' : 'failed';
  return { ...about, status, durationMs, failure, refused, calls, logs };
}

/** A call that was refused fails a test, and so does one that should have been. */
function findRefusal(of: {
  calls: readonly CallRecord[];
  refused: readonly CallRecord[];
  expectedRefusals: readonly string[];
}): TestFailure | null {
  const [first] = of.refused;
  const missing = of.expectedRefusals.find(
    (api) => !of.calls.some((call) => call.api === api && !call.isAllowed),
  );
  if (first === undefined && missing === undefined) return null;
  return {
    name: 'PermissionError',
    message: first?.error ?? `The test expects ${missing} to be refused, and it wasn't.`,
    stack: '',
    causes: [],
    place: first?.place ?? null,
    diff: null,
  };
}

/** A call without an answer fails a test even where the extension has caught its error. */
function findUnanswered(calls: readonly CallRecord[]): TestFailure | null {
  const found = calls.find(({ error }) => error?.startsWith(unansweredStart) === true);
  if (found === undefined) return null;
  const { error: message = '', place } = found;
  return { name: 'Error', message, stack: '', causes: [], place, diff: null };
}
