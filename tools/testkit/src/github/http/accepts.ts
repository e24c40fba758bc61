import type { Call } from './route.ts';

/** True where a file's own bytes are asked for. */
export function isRaw(call: Call): boolean {
  return /application\/vnd\.github\.(?:v3\.)?raw/.test(call.headers['accept'] ?? '');
}

/** True where an asset's own bytes are asked for. */
export function isBytes(call: Call): boolean {
  return (call.headers['accept'] ?? '').includes('application/octet-stream');
}
