import type { AiSource, SourceWatcher, Wall } from '@orchestra/sandbox';
import { RegistryError } from '@orchestra/core';
import { fitColumns, plain, showProgress, styleFor } from '@orchestra/terminal';
import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CommandContext } from '../command.ts';
import { supportFolder } from '../project/support-files.ts';
import { writeWithin } from '../project/write-within.ts';
import type { FoundEngine } from '../sandbox/find-engine.ts';
import { askInTerminal } from './ask-in-terminal.ts';
import { DevConsole } from './dev-console.ts';
import type { DevEvent } from './dev-event.ts';
import type { DevOptions } from './dev-options.ts';
import { DevSession } from './dev-session.ts';
import { DevShell } from './dev-shell.ts';
import { colourDepth } from './looks/colour-depth.ts';
import { DevLooks } from './looks/dev-looks.ts';
import { PlainScreen } from './plain-screen.ts';
import { readTypedPlace } from './read-typed-place.ts';
import { renderEvent } from './render-event.ts';
import { RunningCommands } from './running-commands.ts';
import { ViewTerminal } from './views/view-terminal.ts';

/**
 * Runs the extension in the current folder until its author quits, or a command has run.
 *
 * @returns the exit code
 * @throws RegistryError `problems-found`, `not-runnable`, `usage`
 */
export async function runDev(
  options: DevOptions,
  by: { context: CommandContext; engine: FoundEngine; startedAt: number },
): Promise<0 | 1> {
  const { context, engine, startedAt } = by;
  const isAsked = !context.json && context.stdin.isTTY === true && context.stdout.isTTY === true;
  const isInteractive = isAsked && options.run === undefined;
  const watches = options.watch ?? isInteractive;
  const style = styleFor(context.stdout, context);
  const shown: { screen: PlainScreen | DevConsole } = {
    screen: new PlainScreen(
      context.stdout,
      await showProgress(context.json ? null : context.stderr),
    ),
  };
  const running = new RunningCommands((text) => shown.screen.showRunning(text));
  const { stdout } = context;
  const print = (text: string) => shown.screen.print(fitColumns(text, stdout));
  const depth = colourDepth(stdout, context);
  const render = (event: DevEvent) => {
    const columns = stdout.isTTY === true ? stdout.columns : undefined;
    return renderEvent(event, style, { depth, ...(columns !== undefined && { columns }) });
  };
  const emit = (event: DevEvent) => {
    if (context.json) shown.screen.print(JSON.stringify(event));
    else if (event.type === 'look') shown.screen.print(render(event));
    else print(render(event));
  };
  const viewTerminal = isAsked
    ? new ViewTerminal({
        ...streamsOf(context),
        style,
        inTerminal: (use) => shown.screen.ask(use),
      })
    : null;
  // what is asked while a view is there takes its place, and the view comes again
  const inTerminal = <T>(question: () => Promise<T>) =>
    viewTerminal?.isOpen === true ? viewTerminal.pause(question) : shown.screen.ask(question);
  const watched: { by: SourceWatcher | null } = { by: null };
  const folders = await makeFolders(options, context);
  const session = new DevSession({
    folder: context.cwd,
    engine,
    ...folders,
    env: context.env,
    allowLocalNetwork: options.allowLocalNetwork,
    ai: await readAiSource(options, { context, engine }),
    asker: isAsked ? askInTerminal(context, inTerminal) : null,
    viewTerminal,
    mayRunPrograms: options.allowPrograms,
    emit,
    onFiles: (files) => watched.by?.add(files),
    showRunning: (command) => running.begin(command),
    untilQuiet: async (quietMs) => watched.by?.untilQuiet(quietMs),
  });
  const looks = new DevLooks({ folder: context.cwd, workspace: folders.workspace, emit });
  const shell = new DevShell(session, { print, style, looks });
  const stopping = await context.takeStop();
  // before all else that is told: nothing is built to its end without an engine
  engine.first.then(
    ({ wall }) => tellConfinement(wall, emit),
    () => undefined, // whoever opens a sandbox is told
  );
  // before the first build, so that no save is missed
  if (watches) watched.by = await watch(session, { folder: context.cwd, engine, options });
  try {
    if (options.open !== undefined) {
      const { path, ...at } = readTypedPlace(options.open);
      await session.openFile(path, at);
    }
    const loading = session.load('start', { savedAt: startedAt });
    if (isInteractive) {
      const prompt = style.cyan('dev › ');
      shown.screen = new DevConsole({ ...shell.typing, ...streamsOf(context), prompt });
    }
    const isReady = await loading;
    const succeeded = isReady && (await untilStopped(stopping, runGiven(session, options)));
    if (isInteractive) {
      shell.greet();
      await shell.untilQuit(stopping);
    } else if (watches) await untilAborted(stopping);
    const compared = await session.close();
    if (compared !== null) emit(compared);
    const isSound = compared?.differences.every(({ severity }) => severity !== 'error') === true;
    return isInteractive || (succeeded && isSound) ? 0 : 1;
  } finally {
    await watched.by?.close();
    if (shown.screen instanceof DevConsole) shown.screen.close();
  }
}

function streamsOf({ stdin, stdout }: CommandContext): Pick<CommandContext, 'stdin' | 'stdout'> {
  return { stdin, stdout };
}

function tellConfinement({ kind, why, hint }: Wall, emit: (event: DevEvent) => void): void {
  emit({
    type: 'confined',
    wall: kind,
    ...(why !== undefined && { why }),
    ...(hint !== undefined && { hint }),
  });
}

async function runGiven(session: DevSession, { run }: DevOptions): Promise<boolean> {
  const [command, ...args] = run ?? [];
  return command === undefined ? true : session.run(command, args);
}

/** What comes of a command that may never end; false where it is no longer waited for. */
function untilStopped(signal: AbortSignal, ran: Promise<boolean>): Promise<boolean> {
  const stopped = new Promise<boolean>((done) => {
    if (signal.aborted) done(false);
    signal.addEventListener('abort', () => done(false), { once: true });
  });
  return Promise.race([ran, stopped]);
}

/** Builds again after each save, and runs the command that was given, or whose view is shown. */
function watch(
  session: DevSession,
  { folder, engine, options }: { folder: string; engine: FoundEngine; options: DevOptions },
) {
  return engine.sandbox.watchSources(folder, {
    onBegin: (files) => session.bundleAhead(files),
    onChange(changed) {
      const shown = session.shownCommand;
      void session.loadChanged(changed).then((isReady) => {
        if (!isReady) return;
        if (options.run !== undefined) void runGiven(session, options);
        // a view that the build before showed comes again
        else if (shown !== null && session.shownCommand === null)
          void session.run(shown.command, shown.args);
      });
    },
  });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    const alive = setInterval(() => undefined, 2 ** 30); // nothing else may keep the process
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      done();
    });
  });
}

/** Makes the folders of a run, which git ignores and no package takes. */
async function makeFolders({ workspace, data }: DevOptions, { cwd }: CommandContext) {
  await writeWithin(cwd, { path: `${supportFolder}/.gitignore`, content: '*\n' });
  const own = join(cwd, supportFolder, 'dev');
  const folders = {
    workspace: workspace === undefined ? join(own, 'workspace') : resolve(cwd, workspace),
    dataFolder: data === undefined ? join(own, 'data') : resolve(cwd, data),
  };
  if (workspace === undefined) await mkdir(folders.workspace, { recursive: true });
  const found = await stat(folders.workspace).catch(() => null);
  if (found?.isDirectory() === true) return folders;
  throw new RegistryError('usage', `--workspace: ${plain(folders.workspace)} is no folder`, {
    hint: 'Give the folder that the extension is to work on.',
  });
}

async function readAiSource(
  { ai, aiCommand }: DevOptions,
  by: { context: CommandContext; engine: FoundEngine },
): Promise<AiSource> {
  const { cwd, env } = by.context;
  const { readAiFixture, ServiceError } = by.engine.sandbox;
  if (aiCommand !== undefined) {
    const command = [...aiCommand.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(
      ([whole, double, single]) => double ?? single ?? whole,
    );
    return { kind: 'command', command, cwd, env };
  }
  if (ai === undefined) return { kind: 'none' };
  try {
    return { kind: 'fixture', fixture: await readAiFixture(resolve(cwd, ai)) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new RegistryError('usage', `--ai: ${error.message}`, {
      hint: 'Give a JSON file such as {"chat": [{"match": "tide", "answer": "High."}]}.',
      cause: error,
    });
  }
}
