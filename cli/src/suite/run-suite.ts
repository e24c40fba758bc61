import { hasErrors, RegistryError } from '@orchestra/core';
import type { FirstEngine, TestFileResult } from '@orchestra/sandbox';
import { isStarted } from '../build/plan-started.ts';
import { runBuild } from '../build/run-build.ts';
import { readSureLoads } from '../build/read-sure-loads.ts';
import type { CommandContext } from '../command.ts';
import { comparePermissions } from '../permissions/compare-permissions.ts';
import { checkInMemory } from '../project/check-in-memory.ts';
import { startProgress } from '../render/progress.ts';
import type { FoundEngine } from '../sandbox/find-engine.ts';
import { type RunnableProject, readRunnableProject } from '../sandbox/read-runnable-project.ts';
import { findTestFiles } from './find-test-files.ts';
import { listSeen } from './list-seen.ts';
import { readExcerpts } from './read-excerpts.ts';
import { listResults, type SuiteResult } from './suite-result.ts';
import type { TestOptions } from './test-options.ts';
import { unlessStopped } from './unless-stopped.ts';

/** What a suite is run by. */
export interface SuiteRunner {
  context: CommandContext;
  engine: FoundEngine;
  first: FirstEngine;
  /** Ends it; what has ended until then is in the result. */
  signal: AbortSignal;
}

/**
 * Runs the tests of the extension in the current folder, and reads its code meanwhile. Writes nothing there but what
 * it starts as a program of its own, such as a language server.
 *
 * @throws RegistryError `problems-found`, `not-runnable`, and `usage` where there is no such test
 */
export async function runSuite(options: TestOptions, by: SuiteRunner): Promise<SuiteResult> {
  const startedAt = performance.now();
  const { context, first, signal } = by;
  const project = await readRunnableProject(context.cwd);
  await buildStarted(project);
  const named = await findTestFiles(context.cwd, options.files);
  const [ran, checked] = await Promise.all([
    runFiles(named, { ...by, options, project }),
    unlessStopped(signal, () => checkInMemory(project)),
  ]);
  const { name, permissions: declared } = project.manifest;
  const { aborted: isStopped } = signal;
  const files = isStopped ? ran.filter(hasRun) : ran;
  if (!isStopped) requireTests(files, options.name);
  const isComplete = options.files.length === 0 && options.name === undefined && !isStopped;
  return {
    name,
    files,
    excerpts: await readExcerpts(context.cwd, files),
    permissions: comparePermissions({
      declared,
      analysis: checked?.analysis ?? null,
      run: { seen: listSeen(files), isComplete },
    }),
    wall: first.wall.kind,
    durationMs: Math.round(performance.now() - startedAt),
    reporter: options.reporter,
    strict: options.strict,
    isStopped,
  };
}

async function buildStarted({ folder, plan }: RunnableProject): Promise<void> {
  const bundles = plan.bundles.filter(isStarted);
  const { problems } = await runBuild({ bundles, problems: [] }, { folder, paths: [] });
  if (!hasErrors(problems)) return;
  throw new RegistryError('problems-found', 'What the extension starts can’t be built', {
    hint: 'Mend it, then try again.',
    problems,
  });
}

function hasRun({ tests, errors }: TestFileResult): boolean {
  return tests.length + errors.length > 0;
}

async function runFiles(
  named: readonly string[],
  of: SuiteRunner & { options: TestOptions; project: RunnableProject },
): Promise<TestFileResult[]> {
  const { options, context, project, engine, first, signal } = of;
  const { sandbox, bundler, files } = engine;
  using progress = await startProgress(context, 'Testing');
  const results: TestFileResult[] = [];
  const modules = await engine.modulesFor(project.kind);
  const runFile = (testFile: string) =>
    sandbox.runTestFile({
      bundler,
      engine: { files, wall: first.wall, first },
      entry: project.entry,
      ...(project.entryCode !== undefined && { entryCode: project.entryCode }),
      ...(project.builtFile !== undefined && { builtFile: project.builtFile }),
      modules,
      findSureLoads: readSureLoads,
      testFile,
      extension: {
        folder: project.folder,
        kind: project.kind,
        permissions: project.manifest.permissions,
        contributes: project.contributes,
      },
      allowNetwork: options.allowNetwork,
      path: context.env['PATH'],
      timeoutMs: options.timeoutMs,
      name: options.name,
      signal,
      onResult: ({ name }) => progress.update(`${testFile}: ${name}`),
    });
  for (const testFile of named) {
    if (signal.aborted) break;
    const result = await unlessStopped(signal, () => runFile(testFile));
    if (result !== null) results.push(result);
  }
  return results;
}

function requireTests(files: TestFileResult[], name: string | undefined): void {
  const ran = listResults({ files }).some(({ status }) => status !== 'skipped');
  if (name === undefined || ran || files.some(({ errors }) => errors.length > 0)) return;
  throw new RegistryError('usage', `No test has "${name}" in its name`, {
    hint: 'Leave -t out to see the names of all tests.',
  });
}
