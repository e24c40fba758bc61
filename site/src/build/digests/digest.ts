import { sha256Hex } from '@orchestra/core/node';

/** A short digest of plain data: two values have the same one only where they are written the same. */
export function digest(value: unknown): string {
  return sha256Hex(JSON.stringify(value)).slice(0, 32);
}
