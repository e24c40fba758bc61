import type { Static, TSchema } from 'typebox';
import { argumentParser } from '../protocol/parse-arguments.ts';
import type { HostServices } from '../services/services.ts';
import type { Opened } from './opened.ts';

/** What a call is carried out with. */
export interface CallContext {
  services: HostServices;
  /** Aborted when the extension doesn't wait any longer, or is ended. */
  signal: AbortSignal;
  /** Calls a function that the extension gave. */
  callBack(id: number, args: unknown[]): Promise<unknown>;
  /** Does something with what is registered by a number; undefined where that is no more, or can't do it. */
  callRegistered(id: number, name: string, ...args: unknown[]): Promise<unknown>;
  /** Commands that the extension registered, in order. */
  ownCommands(): string[];
  /** Starts a command of the extension in an isolate of its own. @returns once it has started */
  launch(id: string, args: unknown[]): Promise<void>;
  /** Files and programs that the build has open. */
  opened: Opened;
}

/** What a call gives piece by piece. */
export interface Streamed {
  head: unknown;
  parts: AsyncIterable<unknown>;
}

/** A call of the API, as an extension may make it. */
export interface GatedCall {
  /** The member of the API by which the gate judges it; several calls may stand behind one member. */
  api: string;
  /** @throws TypeError of code `invalid-argument` */
  run(args: unknown[], context: CallContext): Promise<unknown>;
  /** Whether `run` gives a {@link Streamed}. */
  isStreamed: boolean;
  /** Whether a person is asked: then it takes as long as it takes. */
  isPrompt: boolean;
}

/** Something that stays until the extension disposes of it. */
export interface Registered {
  /** Shows what it looks like now. */
  render?(view: unknown): void;
  dispose(): void;
  /** Ends once it is known whether it came about, as of a connection; throws why it didn't. */
  settled?: Promise<void>;
  /** What calls may do with it, by name. Their arguments were checked by the call. */
  calls?: Readonly<Record<string, (...args: never[]) => unknown>>;
}

/** What something that is registered is made with. */
export interface RegisterContext extends Omit<CallContext, 'signal'> {
  id: number;
  /** Tells the extension what happened with it. */
  act(name: string, value?: unknown): void;
  runCommand(id: string): void;
  /** A command of the extension itself was registered. Throws where another one has its name. */
  addCommand(id: string): () => void;
}

/** Something that an extension may register. */
export interface ApiRegistration {
  api: string;
  register(args: unknown[], context: RegisterContext): Promise<Registered> | Registered;
}

interface CallOptions<S extends TSchema[]> {
  /** What each argument must be. */
  args: readonly [...S];
  /** What arguments are that aren't given. */
  defaults?: readonly unknown[] | undefined;
  isPrompt?: boolean;
}

/** The types of arguments by their schemas. */
export type ArgumentsOf<S extends TSchema[]> = { [K in keyof S]: Static<S[K]> };

/** Makes a call whose arguments are checked. */
export function defineCall<S extends TSchema[]>(
  api: string,
  { args, defaults, isPrompt = false }: CallOptions<S>,
  run: (args: ArgumentsOf<S>, context: CallContext) => unknown,
): GatedCall {
  const read = makeReader(api, { args, defaults });
  return {
    api,
    isStreamed: false,
    isPrompt,
    run: async (given, context) => run(read(given), context),
  };
}

/** Makes a call that answers piece by piece. */
export function defineStream<S extends TSchema[]>(
  api: string,
  { args, defaults }: CallOptions<S>,
  run: (args: ArgumentsOf<S>, context: CallContext) => Promise<Streamed>,
): GatedCall {
  const read = makeReader(api, { args, defaults });
  return {
    api,
    isStreamed: true,
    isPrompt: false,
    run: async (given, context) => run(read(given), context),
  };
}

/** Makes something that can be registered, whose arguments are checked. */
export function defineRegistration<S extends TSchema[]>(
  api: string,
  { args, defaults }: CallOptions<S>,
  register: (args: ArgumentsOf<S>, context: RegisterContext) => Promise<Registered> | Registered,
): ApiRegistration {
  const read = makeReader(api, { args, defaults });
  return { api, register: (given, context) => register(read(given), context) };
}

function makeReader<S extends TSchema[]>(
  api: string,
  { args, defaults = [] }: Pick<CallOptions<S>, 'args' | 'defaults'>,
) {
  const parse = argumentParser(args);
  return (given: unknown[]): ArgumentsOf<S> => {
    const filled = args.map((_, index) =>
      given[index] === undefined ? defaults[index] : given[index],
    );
    const parsed = parse(filled);
    if (parsed.ok) return parsed.value as ArgumentsOf<S>;
    const [first] = parsed.errors;
    const [, index = '0', ...path] = (first?.path ?? '').split('/');
    const where = [`argument ${Number(index) + 1}`, ...path].join('.');
    throw Object.assign(
      new TypeError(
        `${api}: ${where} ${first?.message ?? 'is wrong'}; it is ${first?.found ?? '?'}.`,
      ),
      { code: 'invalid-argument' },
    );
  };
}
