import { guest } from 'orchestra:api';
import { register } from '../ask-host.ts';
import { LogLevel } from '../types/enums.ts';
import { neverFires } from '../types/events.ts';

/** A channel of output: text that is added to. */
class OutputChannel {
  readonly name: string;
  readonly #registration: ReturnType<typeof register>;
  #unsent = '';

  constructor(name: string) {
    this.name = name;
    this.#registration = register('window.createOutputChannel', [name], {
      caller: createOutputChannel,
    });
  }

  append(text: string): void {
    const isFirst = this.#unsent === '';
    this.#unsent += String(text);
    if (isFirst) void Promise.resolve().then(() => this.#send());
  }

  appendLine(text: string): void {
    this.append(`${text}\n`);
  }

  replace(text: string): void {
    this.clear();
    this.append(text);
  }

  clear(): void {
    this.#unsent = '';
  }

  // what is added is always shown
  show(): void {}
  hide(): void {}

  dispose(): void {
    this.#send();
    this.#registration.dispose();
  }

  #send(): void {
    const text = this.#unsent;
    this.#unsent = '';
    if (text === '') return;
    const args = [this.#registration.id, text];
    guest.link
      .call('vscode:OutputChannel.append', args, { caller: this.append })
      .catch((error: unknown) => guest.report(error));
  }
}

/** A channel whose lines have a level. */
class LogOutputChannel extends OutputChannel {
  readonly logLevel = LogLevel['Info'];
  readonly onDidChangeLogLevel = neverFires<number>();

  trace(message: string, ...args: unknown[]): void {
    this.#log('trace', message, args);
  }

  debug(message: string, ...args: unknown[]): void {
    this.#log('debug', message, args);
  }

  info(message: string, ...args: unknown[]): void {
    this.#log('info', message, args);
  }

  warn(message: string, ...args: unknown[]): void {
    this.#log('warning', message, args);
  }

  error(message: string | Error, ...args: unknown[]): void {
    this.#log(
      'error',
      message instanceof Error ? (message.stack ?? message.message) : message,
      args,
    );
  }

  #log(level: string, message: string, args: unknown[]): void {
    const others = args.map((one) => (typeof one === 'string' ? one : (JSON.stringify(one) ?? '')));
    this.appendLine([`[${level}] ${message}`, ...others].join(' '));
  }
}

/** `createOutputChannel(name)`, with `{ log: true }` as its second argument one for logs. */
export function createOutputChannel(name: string, how?: unknown): OutputChannel {
  const isLog = typeof how === 'object' && how !== null && Reflect.get(how, 'log') === true;
  return isLog ? new LogOutputChannel(name) : new OutputChannel(name);
}
