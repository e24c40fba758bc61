import { type GuestOptions, startGuest } from './start-guest.ts';

// the engine takes this function and removes it before any code of an extension runs
Object.defineProperty(globalThis, '__startGuest', {
  configurable: true,
  value: (options: GuestOptions) => startGuest(options),
});
