import { guest } from 'orchestra:api';

type Caller = (...args: never[]) => unknown;

/** Calls the host by the name of a member of `vscode`. `caller` is the function that the extension called. */
export function askEditor(
  member: string,
  args: unknown[],
  by: { caller: Caller; signal?: AbortSignal | undefined },
): Promise<unknown> {
  return guest.link.call(`vscode:${member}`, args, by);
}

/** Registers something by the name of a member of `vscode`, until it is disposed of. */
export function register(
  member: string,
  args: unknown[],
  options: { caller: Caller; actions?: Record<string, (value: unknown) => void> },
) {
  return guest.link.register(`vscode:${member}`, args, options);
}
