import orchestra from 'orchestra:api';
import type { ReactNode } from 'react';
import { createElement } from 'react';
import { ask } from './ask-host.ts';
import {
  type RaycastCommand,
  type RaycastDeclared,
  type RaycastExtension,
  running,
} from './facts.ts';
import { findUnset } from './preferences.ts';
import { type ShownView, showView } from './show-view.ts';

interface Context {
  extensionPath: string;
  storagePath: string;
  extensionMode: string;
}

/** What a command is started with. */
export interface Launch {
  arguments: Record<string, unknown>;
  launchType?: string;
  launchContext?: unknown;
  fallbackText?: string | undefined;
}

type Loaded = { default?: unknown };
type Load = () => Promise<Loaded>;

const shown: { view: ShownView | null } = { view: null };
const loads = new Map<string, Load>();

/** The view of the command that runs; null where it has none. */
export function currentView(): ShownView | null {
  return shown.view;
}

/**
 * Makes of the commands of an extension for Raycast what the sandbox starts.
 *
 * @param commands how each is loaded, by its name: nothing of it runs before
 */
export function startCommands(
  extension: RaycastExtension,
  commands: Readonly<Record<string, Load>>,
) {
  return {
    activate({ extensionPath, storagePath, extensionMode }: Context): void {
      running.extension = extension;
      running.run = { extensionPath, storagePath, isDevelopment: extensionMode === 'development' };
      for (const command of extension.commands) {
        const load = commands[command.name];
        if (load === undefined) continue;
        loads.set(command.name, load);
        orchestra.commands.register(command.name, (...given: unknown[]) => start(command, given));
      }
    },
    deactivate(): void {
      shown.view?.close();
    },
  };
}

/**
 * @param given arguments in order, or what a command is launched with: with those, nobody is asked for any
 */
async function start(command: RaycastCommand, given: unknown[]): Promise<void> {
  const [first] = given;
  if (isLaunch(first)) {
    await launch(command, { ...first, arguments: readArguments(command, first) });
    return;
  }
  running.command = command;
  requirePreferences(command);
  const asked = await askArguments(command, given);
  if (asked !== null) await launch(command, { arguments: asked });
}

/** Whether the host says with what a command is launched, and not its arguments alone. */
function isLaunch(given: unknown): given is Launch {
  return typeof given === 'object' && given !== null && 'arguments' in given;
}

/** @throws Error where one is missing that the command needs */
function readArguments(command: RaycastCommand, by: Launch): Record<string, unknown> {
  const values = command.arguments.map(({ name, required }) => {
    const value = by.arguments[name] ?? '';
    if (required === true && value === '') {
      throw new Error(`${command.name} needs the argument ${name}.`);
    }
    return [name, value] as const;
  });
  return { ...by.arguments, ...Object.fromEntries(values) };
}

/** Starts a command of this extension by its name, as `launchCommand()` does. @throws Error where there is none */
export async function launchByName(name: string, by: Launch): Promise<void> {
  if (!running.extension.commands.some((one) => one.name === name)) {
    throw new Error(`The extension has no command ${name}.`);
  }
  await ask('launchCommand', [name, by], launchByName);
}

async function launch(command: RaycastCommand, by: Launch): Promise<void> {
  running.command = command;
  running.launchType = by.launchType ?? 'userInitiated';
  requirePreferences(command);
  const { default: exported } = (await loads.get(command.name)?.()) ?? {};
  const run =
    typeof exported === 'object' && exported !== null ? Reflect.get(exported, 'default') : exported;
  if (typeof run !== 'function') {
    throw new TypeError(`The command ${command.name} has no function as its default export.`);
  }
  const props = { launchType: running.launchType, ...by };
  if (command.mode !== 'view') {
    await run(props);
    return;
  }
  shown.view?.close();
  const view = showView(createElement(run as (given: object) => ReactNode, props), start as never);
  shown.view = view;
  try {
    await view.ended;
  } finally {
    if (shown.view === view) shown.view = null;
  }
}

function requirePreferences({ name }: RaycastCommand): void {
  const [first, ...others] = findUnset();
  if (first === undefined) return;
  const more =
    others.length === 0 ? '' : ` (and ${others.map(({ setting }) => setting).join(', ')})`;
  throw Object.assign(
    new Error(`${name} needs the preference "${first.title}": set ${first.setting} first${more}.`),
    { code: 'preference-missing' },
  );
}

/** Takes arguments in order, and asks for those that are needed; null where the person leaves. */
async function askArguments(
  command: RaycastCommand,
  given: readonly unknown[],
): Promise<Record<string, unknown> | null> {
  const values: Record<string, unknown> = {};
  for (const [at, declared] of command.arguments.entries()) {
    const value = given[at] ?? (declared.required === true ? await askOne(declared) : '');
    if (value === undefined) return null;
    values[declared.name] = value;
  }
  return values;
}

async function askOne({ name, type, placeholder, data = [] }: RaycastDeclared): Promise<unknown> {
  const prompt = placeholder ?? name;
  if (type !== 'dropdown') {
    return orchestra.ui.showInputBox({
      prompt,
      password: type === 'password',
      validate: (text: string) => (text === '' ? 'It is needed.' : undefined),
    });
  }
  const title = await orchestra.ui.showQuickPick(
    data.map((one) => one.title),
    { title: prompt },
  );
  return data.find((one) => one.title === title)?.value;
}
