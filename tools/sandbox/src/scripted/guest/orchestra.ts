import api from 'orchestra:api';

export { api };

/** Asks the scripted host to do something, by the name of an operation. */
export function askHost(operation: string, ...args: unknown[]): Promise<unknown> {
  return api.commands.execute('orchestra.test.host', operation, ...args);
}
