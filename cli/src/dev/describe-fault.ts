import type { Problem } from '@orchestra/core';
import type { BundleMessage } from '@orchestra/sandbox';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeMessage, leaveOutFollowing } from '../build/to-problem.ts';
import type { DevFault } from './dev-event.ts';

const placeInStack = /(?:\(|at (?:async )?)([^\s()]+):(\d+):(\d+)\)?$/m;
const longestLine = 160;

/** What is wrong by a problem that a check found. */
export function faultOfProblem({ message, path, hint }: Problem): DevFault {
  return { message, place: path, hint };
}

/** What the bundler couldn't take: errors with their lines, then warnings, which may say why. */
export function faultsOfBundle({
  errors,
  warnings,
}: {
  errors: readonly BundleMessage[];
  warnings: readonly BundleMessage[];
}): DevFault[] {
  const own = warnings.filter(
    ({ location }) => !/(?:^|\/)node_modules\//.test(location?.file ?? ''),
  );
  return [...leaveOutFollowing(errors), ...own].map(faultOfMessage);
}

function faultOfMessage(message: BundleMessage): DevFault {
  const told = describeMessage(message);
  if (message.location === null) return told;
  const { line, column: bytes, lineText } = message.location;
  const column = Buffer.from(lineText).subarray(0, bytes).toString().length + 1;
  return { ...told, excerpt: renderExcerpt(lineText, { line, column }) };
}

/**
 * What an extension threw, with the first line of its own that is on the stack.
 *
 * @param by.causes what is behind it
 */
export async function faultOfError(
  error: unknown,
  { folder, causes = [] }: { folder: string; causes?: readonly string[] },
): Promise<DevFault> {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const advice = isOfLocalAddress(error) ? localHint : hintOfMissing(message);
  const more = {
    ...(advice !== undefined && { hint: advice }),
    ...(causes.length > 0 && { causes: [...causes] }),
  };
  const [, file, row, at] = placeInStack.exec(stack) ?? [];
  const isTheirs = file !== undefined && !file.startsWith('file:'); // else it is a place of this program
  if (!isTheirs || !(error instanceof Error)) return { message, place: null, ...more };
  const [line, column] = [Number(row), Number(at)];
  const text = await readFile(join(folder, file), 'utf8').catch(() => '');
  const lineText = text.split('\n')[line - 1];
  return {
    message,
    place: `${file}:${line}:${column}`,
    ...more,
    ...(lineText !== undefined && { excerpt: renderExcerpt(lineText, { line, column }) }),
  };
}

const localHint = 'While you write it, --allow-local-network lets it.';

function isOfLocalAddress(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'local-address';
}

/** What stands for globals of Node and of pages, which aren't there. */
const instead: Readonly<Record<string, string>> = {
  Buffer: '`Uint8Array` with `TextEncoder` and `TextDecoder`',
  process: '`system.platform`, or a setting in place of a variable of the environment',
  require: '`import`',
  module: '`export`',
  exports: '`export`',
  global: '`globalThis`',
  setImmediate: '`setTimeout`',
  __dirname: '`extensionPath` of the context that `activate` is given',
  __filename: '`extensionPath` of the context that `activate` is given',
  window: '`globalThis`, or a page: `ui.createWebviewPanel`',
  document: 'a page: `ui.createWebviewPanel`',
  localStorage: '`storage`',
  sessionStorage: '`storage`',
  alert: '`ui.showNotification`',
  confirm: '`ui.showNotification` with actions',
  prompt: '`ui.showInputBox`',
  XMLHttpRequest: '`fetch`',
};

/** What to do about a global that isn't there; undefined for everything else. */
function hintOfMissing(message: string): string | undefined {
  const name = /^(\w+) is not defined$/.exec(message)?.[1] ?? '';
  if (!Object.hasOwn(instead, name)) return undefined;
  return `Orchestra has no ${name}: use ${instead[name]}.`;
}

/** A line of code with its number, and a mark below the column. */
function renderExcerpt(text: string, { line, column }: { line: number; column: number }): string {
  const from = column > longestLine ? column - longestLine / 2 : 0;
  const shown = text
    .slice(from, from + longestLine)
    .replaceAll('\t', ' ')
    .trimEnd();
  const number = `${line} │ `;
  return `${number}${shown}\n${' '.repeat(number.length - 2)}│ ${' '.repeat(column - 1 - from)}^`;
}
