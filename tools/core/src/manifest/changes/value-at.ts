import { isRecord } from '../read-json.ts';

/** The value at a path of keys and positions; undefined where there is none. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((within, step) => {
    if (Array.isArray(within)) return within[Number(step)];
    return isRecord(within) && Object.hasOwn(within, step) ? within[step] : undefined;
  }, value);
}
