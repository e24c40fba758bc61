import type { GuestContext } from './guest-context.ts';

type Handler = (...args: never[]) => unknown;

/** `commands`, and how the host runs one by its registration. */
export function makeCommands({ link }: GuestContext) {
  const handlers = new Map<string, Handler>();
  const byRegistration = new Map<number, Handler>();

  function register(id: string, handler: Handler): { dispose(): void } {
    if (typeof id !== 'string' || id === '') throw new TypeError('A command needs an id.');
    if (typeof handler !== 'function') throw new TypeError(`The command ${id} needs a function.`);
    if (handlers.has(id)) throw new Error(`The command ${id} is registered already.`);
    const registration = link.register('commands.register', [id], { caller: register });
    handlers.set(id, handler);
    byRegistration.set(registration.id, handler);
    return {
      dispose() {
        if (!byRegistration.delete(registration.id)) return;
        handlers.delete(id);
        registration.dispose();
      },
    };
  }

  async function execute(id: string, ...args: unknown[]): Promise<unknown> {
    const own = handlers.get(id);
    if (own !== undefined) return Reflect.apply(own, undefined, args);
    return link.call('commands.execute', [id, args], { caller: execute });
  }

  const getAll = () => link.call('commands.getAll', [], { caller: getAll });

  return {
    api: { register, execute, getAll },
    run(registration: number, args: unknown[]): unknown {
      const handler = byRegistration.get(registration);
      if (handler === undefined) throw new Error('The command is not registered any longer.');
      return Reflect.apply(handler, undefined, args);
    },
  };
}
