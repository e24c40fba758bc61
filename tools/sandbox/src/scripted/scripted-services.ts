import { ServiceError } from '../services/service-error.ts';
import type {
  AiService,
  CommandService,
  HostServices,
  NetworkService,
  ProgramOutput,
  RunningProgram,
  SystemService,
} from '../services/services.ts';
import type { AskTest } from './ask-test.ts';
import { parseExecResult, parseFetched, parseVectors } from './parse-answers.ts';
import type { SeenRaycast } from './raycast/seen-raycast.ts';
import type { SeenInterface } from './seen-interface.ts';
import type { SeenVscode } from './seen-vscode.ts';
import { unanswered } from './unanswered.ts';

/** What the services of a test are made of. */
export interface ScriptedServicesOptions {
  /** What works on folders is as it is for people. */
  folder: HostServices;
  seen: SeenInterface;
  vscode: SeenVscode;
  raycast: SeenRaycast;
  ask: AskTest;
  /** Lets requests through that the test doesn't answer. */
  allowNetwork: boolean;
  /** Takes what the module for tests asks of its host. */
  operate(operation: unknown, args: unknown[]): Promise<unknown>;
  /** Commands that the extension registered. */
  ownCommands(): readonly string[];
}

/** What the module for tests calls its host by. */
export const hostCommand = 'orchestra.test.host';

/** The services of a host whose answers a test scripts. */
export function makeScriptedServices(options: ScriptedServicesOptions): HostServices {
  const { folder, seen, vscode, raycast, ask } = options;
  return {
    ...folder,
    ui: seen.ui,
    vscode: vscode.service,
    views: raycast.service,
    terminal: seen.terminal,
    network: makeNetwork(options),
    ai: makeAi(ask),
    system: makeSystem(folder.system, ask),
    commands: makeCommandService(options),
  };
}

function makeNetwork({ folder, ask, allowNetwork }: ScriptedServicesOptions): NetworkService {
  return {
    fetch: async (request, signal) => {
      const answer = await ask('network.fetch', { ...request });
      if (answer !== null) {
        const { body, ...head } = parseFetched(answer.value);
        return { url: request.url, redirected: false, ...head, body: inOnePart(body) };
      }
      if (allowNetwork) return folder.network.fetch(request, signal);
      throw unanswered(
        `${request.method} ${request.url}`,
        `host.network('${request.url}', …), or run with --allow-network`,
      );
    },
    openSocket: async (url, protocols, events) => {
      if (allowNetwork) return folder.network.openSocket(url, protocols, events);
      throw unanswered(
        `a WebSocket to ${url}`,
        '--allow-network: sockets have no scripted answers',
      );
    },
  };
}

async function* inOnePart(body: Uint8Array): AsyncGenerator<Uint8Array> {
  if (body.length > 0) yield body;
}

function makeAi(ask: AskTest): AiService {
  const answer = async (api: string, call: Record<string, unknown>) => {
    const found = (await ask(api, call)) ?? (await ask('ai', call));
    if (found === null) throw unanswered(api, 'host.ai(…)');
    return found.value;
  };
  return {
    chat: async (messages, options) => {
      const value = await answer('ai.chat', { messages, options });
      const { content = Array.isArray(value) ? value.join('') : value, model } = Object(value);
      return { content: String(content), model: String(model ?? options.model ?? 'test') };
    },
    async *chatStream(messages, options, signal) {
      const value = await answer('ai.chatStream', { messages, options });
      for (const part of Array.isArray(value) ? value : [value]) {
        if (signal.aborted) throw new ServiceError('aborted', 'The answer was aborted');
        yield String(part);
      }
    },
    embed: async (texts, options) => {
      const found = await ask('ai.embed', { texts, options });
      if (found === null) throw unanswered('ai.embed', "host.answer('ai.embed', …)");
      return parseVectors(found.value);
    },
  };
}

function makeSystem({ platform }: SystemService, ask: AskTest): SystemService {
  const exec = async (command: string, args: string[], options: object) => {
    const found = await ask('system.exec', { command, args, options });
    if (found !== null) return parseExecResult(found.value);
    throw unanswered([command, ...args].join(' '), `host.exec('${command}', …)`);
  };
  return {
    platform,
    exec,
    start: async (command, args, options) => toProgram(await exec(command, args, options)),
  };
}

/** A program that has printed all that it prints. */
function toProgram(result: Awaited<ReturnType<SystemService['exec']>>): RunningProgram {
  return {
    pid: 1,
    output: printAll(result),
    write: () => Promise.resolve(),
    end: () => undefined,
    kill: () => false,
  };
}

async function* printAll({
  exitCode,
  stdout,
  stderr,
}: Awaited<ReturnType<SystemService['exec']>>): AsyncGenerator<ProgramOutput> {
  const encoder = new TextEncoder();
  if (stdout !== '') yield { from: 'stdout', bytes: encoder.encode(stdout) };
  if (stderr !== '') yield { from: 'stderr', bytes: encoder.encode(stderr) };
  yield { from: 'end', exitCode, signal: null };
}

function makeCommandService(options: ScriptedServicesOptions): CommandService {
  return {
    execute: async (id, args) => {
      if (id === hostCommand) return options.operate(args[0], args.slice(1));
      const found = await options.ask('commands.execute', { id, args });
      if (found !== null) return found.value;
      const own = options.ownCommands();
      const there = own.length === 0 ? 'none' : own.join(', ');
      throw unanswered(
        `the command ${id}, which the extension doesn't register (it registers ${there})`,
        "host.answer('commands.execute', …) where it is one of the app",
      );
    },
    getAll: async () => {
      const found = await options.ask('commands.getAll', {});
      return Array.isArray(found?.value) ? found.value.map(String) : [];
    },
  };
}
