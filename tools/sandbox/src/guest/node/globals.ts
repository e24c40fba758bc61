import { Buffer } from './buffer.ts';
import process from './process.ts';
import {
  clearImmediate,
  clearInterval,
  clearTimeout,
  setImmediate,
  setInterval,
  setTimeout,
} from './timers.ts';

/* What Node has as globals and the web has not, or has otherwise. */

const globals = {
  Buffer,
  clearImmediate,
  clearInterval,
  clearTimeout,
  global: globalThis,
  process,
  setImmediate,
  setInterval,
  setTimeout,
};
for (const [name, value] of Object.entries(globals)) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
