import { fitColumns, showProgress, styleFor } from '@orchestra/terminal';
import { watchSources } from '@orchestra/sandbox/watch';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CommandContext } from '../../command.ts';
import { supportFolder } from '../../project/support-files.ts';
import { writeWithin } from '../../project/write-within.ts';
import { readPlannedProject } from '../../sandbox/read-runnable-project.ts';
import { BackgroundCheck } from '../background-check.ts';
import { DevConsole } from '../dev-console.ts';
import type { DevEvent } from '../dev-event.ts';
import type { DevOptions } from '../dev-options.ts';
import { PlainScreen } from '../plain-screen.ts';
import { renderEvent } from '../render-event.ts';
import { colourDepth } from './colour-depth.ts';
import { DevLooks, readWish, wishOf } from './dev-looks.ts';

/**
 * Shows what an extension contributes, and again after each save; none of its code starts. Where nobody can type and no command
 * was given, all of it is shown once.
 *
 * @returns the exit code: 1 where something can't be shown, or would stop a publish
 * @throws RegistryError `problems-found`
 */
export async function runLooks(options: DevOptions, context: CommandContext): Promise<0 | 1> {
  const { cwd: folder, stdin, stdout } = context;
  const isTyping = !context.json && stdin.isTTY === true && stdout.isTTY === true;
  const isInteractive = isTyping && options.run === undefined;
  const style = styleFor(stdout, context);
  const depth = colourDepth(stdout, context);
  const shown: { screen: PlainScreen | DevConsole } = {
    screen: new PlainScreen(stdout, await showProgress(context.json ? null : context.stderr)),
  };
  let errors = 0;
  const emit = (event: DevEvent) => {
    if (event.type === 'checked') ({ errors } = event);
    if (context.json) return shown.screen.print(JSON.stringify(event));
    const columns = stdout.isTTY === true ? stdout.columns : undefined;
    const text = renderEvent(event, style, { depth, ...(columns !== undefined && { columns }) });
    shown.screen.print(event.type === 'look' ? text : fitColumns(text, stdout));
  };
  const tellHelp = () => shown.screen.print(fitColumns(style.dim(help), stdout));
  const looks = new DevLooks({ folder, workspace: await findWorkspace(options, folder), emit });
  let project = await readPlannedProject(folder);
  const stopping = await context.takeStop();
  const done = Promise.withResolvers<void>();
  stopping.addEventListener('abort', () => done.resolve());
  let acting = Promise.resolve();
  const act = (what: () => Promise<unknown>) => {
    acting = acting.then(what).then(
      () => undefined,
      (error: unknown) =>
        shown.screen.print(error instanceof Error ? error.message : String(error)),
    );
  };
  const watches = options.watch ?? isInteractive;
  const watcher = watches
    ? await watchSources(folder, {
        onChange: () =>
          act(async () => {
            project = await readPlannedProject(folder);
            if (options.run === undefined) check.begin(project);
            await looks.showAgain();
          }),
      })
    : null;
  const check = new BackgroundCheck({ emit, untilQuiet: async () => watcher?.untilQuiet(200) });
  try {
    if (options.run === undefined) check.begin(project);
    const isShown = isInteractive ? true : await showGiven(looks, options);
    if (isInteractive) {
      shown.screen = new DevConsole({
        stdin,
        stdout,
        prompt: style.cyan('dev › '),
        onQuit: () => done.resolve(),
        complete: () => looks.list().map(({ label }) => label),
        onLine: (line) => {
          if (line === 'q') done.resolve();
          else if (line === 'r') act(() => looks.showAgain());
          else if (line === '?' || line === 'h') tellHelp();
          else if (line === 'v' || line === 'c') looks.tell();
          else if (line !== '') act(() => looks.show(readWish(line.replace(/^v\s+/, ''))));
        },
      });
      looks.tell();
      tellHelp();
      act(() => looks.showAgain());
    }
    if (watches) await done.promise;
    await acting;
    await check.ended;
    return isInteractive || (isShown && errors === 0) ? 0 : 1;
  } finally {
    await watcher?.close();
    if (shown.screen instanceof DevConsole) shown.screen.close();
  }
}

const help =
  'A number shows one, 2 FILE a file of yours with it, 2 FILE THEME under another theme; v lists them, r shows again, q quits';

/** Shows what `--run show` names, or else everything. */
async function showGiven(looks: DevLooks, { run }: DevOptions): Promise<boolean> {
  const [command, ...args] = run ?? [];
  if (command === 'show' && args.length > 0) return looks.show(wishOf(args));
  looks.tell();
  if (command === 'show') return true;
  if (command !== undefined) return looks.show(wishOf([command, ...args]));
  let isShown = true;
  for (const at of looks.list().keys()) {
    isShown = (await looks.show(wishOf([String(at + 1)]))) && isShown;
  }
  return isShown;
}

async function findWorkspace({ workspace }: DevOptions, folder: string): Promise<string> {
  if (workspace !== undefined) return resolve(folder, workspace);
  await writeWithin(folder, { path: `${supportFolder}/.gitignore`, content: '*\n' });
  const own = join(folder, supportFolder, 'dev', 'workspace');
  await mkdir(own, { recursive: true });
  return own;
}
