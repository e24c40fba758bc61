import { ServiceError } from '../service-error.ts';
import type { SecretService } from '../services.ts';
import { changeKept, readKeptValues } from './kept-file.ts';

const maxLength = 100_000;

/**
 * Secrets in a file that only this person may read. It is not encrypted: for development; the app uses the
 * keychain of the system.
 *
 * @param file where they are kept
 * @param onChange told of each key that was set or deleted
 */
export function makeSecretService(file: string, onChange: (key: string) => void): SecretService {
  const change = async (key: string, value: string | undefined) => {
    const set = (values: Record<string, unknown>) => {
      if (value === undefined) delete values[key];
      else values[key] = value;
    };
    await changeKept(file, set, { mode: 0o600 });
    onChange(key);
  };
  return {
    get: async (key) => {
      const values = await readKeptValues(file);
      const value = Object.hasOwn(values, key) ? values[key] : undefined;
      return typeof value === 'string' ? value : undefined;
    },
    set: (key, value) => {
      if (key.length + value.length <= maxLength) return change(key, value);
      const found = `at most ${maxLength} characters with its key; found ${key.length + value.length}`;
      return Promise.reject(new ServiceError('too-large', `A secret has ${found}`));
    },
    delete: (key) => change(key, undefined),
  };
}
