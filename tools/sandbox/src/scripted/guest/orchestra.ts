import orchestra from 'orchestra:api';

/** What of the extension API the module for tests uses itself. */
export interface OwnApi {
  commands: {
    register(id: string, handler: (...args: never[]) => unknown): unknown;
    execute(id: string, ...args: unknown[]): Promise<unknown>;
  };
}

/** The API, as the extension has it. */
export const api = orchestra;

/** Asks the scripted host to do something, by the name of an operation. */
export function askHost(operation: string, ...args: unknown[]): Promise<unknown> {
  return api.commands.execute('orchestra.test.host', operation, ...args);
}
