import { type Permission, verdictOnCommand } from '@orchestra/core';

/** Names of other things are words without a dot, or of programs: `git.exe`. */
const isOfEditor = (name: string) => name.includes('.') && !/\.(?:bat|cmd|exe|sh)$/i.test(name);

/**
 * What a command of the editor needs that a person runs by a click or a key. What that opens, the person opens.
 *
 * @returns `unresolved` for one whose effect can't be told
 */
export function needsOfClick(name: string): 'unresolved' | readonly Permission[] {
  const is = isOfEditor(name) ? verdictOnCommand(name) : undefined;
  if (is === 'unresolved') return is;
  if (typeof is !== 'object') return [];
  return is.filter((each) => each !== 'filesystem.read' && each !== 'network');
}

/** The commands that links in a text name, with the places of the links: `command:workbench.action.terminal.new`. */
export function linkedCommands(text: string): { name: string; offset: number }[] {
  return [...text.matchAll(links)].map(({ index, 1: name = '' }) => ({ name, offset: index }));
}

const links = /\bcommand:(?:\/\/\/?)?([a-z_][\w-]*(?:\.[\w-]+)+)/gi;
