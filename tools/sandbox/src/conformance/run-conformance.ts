import type { ConformanceCase, ConformanceWorld, PersonAct } from './conformance-case.ts';

/** A host that runs the suite against itself. */
export interface ConformanceHost {
  /** Opens a folder with these files, and runs an extension whose entry has this source text. */
  start(world: ConformanceWorld & { source: string }): Promise<ConformanceRun>;
}

/** An extension that runs in a host. */
export interface ConformanceRun {
  /** Runs a command that it registered. @throws what the command throws */
  runCommand(id: string, args: unknown[]): Promise<unknown>;
  act(act: PersonAct): Promise<void>;
  /** Ends it, and removes what was made for it. */
  close(): Promise<void>;
}

/** Runs a case. @returns what the extension saw, to be compared with `expect` of the case */
export async function runConformanceCase(
  one: ConformanceCase,
  { host, server }: { host: ConformanceHost; server: string },
): Promise<unknown> {
  const run = await host.start({
    files: {},
    isRepository: false,
    settings: {},
    answers: {},
    ai: {},
    ...one,
    source: sourceOf(one),
  });
  try {
    for (const act of one.acts ?? []) await run.act(act);
    return await run.runCommand('conformance.run', [server]);
  } finally {
    await run.close();
  }
}

function sourceOf({ setup = '', end = '', run }: ConformanceCase): string {
  return [
    `import * as api from "@orchestra/api";`,
    `const kept = {};`,
    `const below = (path) => path.replaceAll('\\\\', '/').replace(api.workspace.rootPath.replaceAll('\\\\', '/') + '/', '');`,
    `const until = async (check) => { while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 5)); };`,
    `const codeOf = async (run) => { try { await run(); return 'nothing was thrown'; } catch (error) { return error.code; } };`,
    `export async function activate(context) {`,
    `  api.commands.register('conformance.run', async (server) => { ${run} });`,
    `  ${setup}`,
    `}`,
    `export async function deactivate() {`,
    `  ${end}`,
    `}`,
  ].join('\n');
}
