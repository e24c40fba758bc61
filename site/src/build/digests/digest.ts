import { sha256Hex } from '@orchestra/core/node';

/** A short digest of plain data. Values have the same digest only if their JSON is the same. */
export function digest(value: unknown): string {
  return sha256Hex(JSON.stringify(value)).slice(0, 32);
}
