import { guest } from 'orchestra:api';

type Caller = (...args: never[]) => unknown;

/** Calls the host by the name of a member of `@raycast/api`. `caller` is the function that the extension called. */
export function ask(member: string, args: unknown[], caller: Caller): Promise<unknown> {
  return guest.link.call(`@raycast/api:${member}`, args, { caller });
}

/** The same, and waits: nothing else of the extension runs meanwhile. */
export function askNow(member: string, args: unknown[], caller: Caller): unknown {
  return guest.link.callNow(`@raycast/api:${member}`, args, { caller });
}
