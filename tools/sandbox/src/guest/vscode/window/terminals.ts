import orchestra from 'orchestra:api';
import { notOffered } from '../../not-offered.ts';
import { EventEmitter } from '../types/events.ts';
import { Uri } from '../types/uri.ts';

interface TerminalOptions {
  name?: string;
  cwd?: string | Uri;
  env?: Record<string, string | null>;
  pty?: unknown;
}

/** A terminal, made by what native extensions have. */
class Terminal {
  readonly name: string;
  readonly creationOptions: TerminalOptions;
  readonly processId = Promise.resolve(undefined);
  exitStatus: { code: number | undefined; reason: number } | undefined;
  readonly state = { isInteractedWith: false, shell: undefined };
  readonly shellIntegration = undefined;
  readonly #own: ReturnType<typeof orchestra.terminal.create>;

  constructor(options: TerminalOptions) {
    const { name, cwd, env } = options;
    this.creationOptions = options;
    this.name = name ?? 'Terminal';
    const entries = Object.entries(env ?? {}).filter(([, value]) => value !== null);
    this.#own = orchestra.terminal.create({
      ...(name !== undefined && { name }),
      ...(cwd !== undefined && { cwd: typeof cwd === 'string' ? cwd : cwd.fsPath }),
      ...(env !== undefined && { env: Object.fromEntries(entries) as Record<string, string> }),
    });
    this.#own.onDidClose(({ exitCode: code }) => {
      this.exitStatus = { code, reason: 0 };
      terminals.delete(this);
      closed.fire(this);
    });
  }

  sendText(text: string, shouldExecute = true): void {
    this.#own.sendText(text, { execute: shouldExecute });
  }

  show(): void {
    this.#own.show();
  }

  hide(): void {}

  dispose(): void {
    this.#own.dispose();
  }
}

const terminals = new Set<Terminal>();
const opened = new EventEmitter<Terminal>();
const closed = new EventEmitter<Terminal>();

export const onDidOpenTerminal = opened.event;
export const onDidCloseTerminal = closed.event;

/** `createTerminal(name)` or `createTerminal(options)`. */
export function createTerminal(given?: string | TerminalOptions): Terminal {
  const options = typeof given === 'string' ? { name: given } : (given ?? {});
  if (options.pty !== undefined) notOffered('terminals of an extension’s own');
  const terminal = new Terminal(options);
  terminals.add(terminal);
  opened.fire(terminal);
  return terminal;
}

/** Terminals of this extension, in order. */
export function openTerminals(): Terminal[] {
  return [...terminals];
}
