import { Buffer } from './buffer.ts';
import process from './process.ts';

/* What Node has as globals and the web has not. */

for (const [name, value] of Object.entries({ Buffer, process, global: globalThis })) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
