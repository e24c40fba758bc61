import { nearest, parseValue } from '@orchestra/core';
import { ServiceError } from '../service-error.ts';
import type { SettingsService } from '../services.ts';
import { changeKept, readKeptValues } from './kept-file.ts';
import type { DeclaredSetting } from './read-declared-settings.ts';

/** Where settings are kept. */
export interface SettingsFiles {
  user: string;
  /** Its values win. */
  workspace: string;
}

/**
 * Settings of an extension: what a person set, and the defaults of its manifest. Only declared keys can be set.
 * Values that don't fit what is declared, such as those that someone wrote into a file, count as not set.
 *
 * @param of.onChange told of the keys whose values are others now
 * @throws ServiceError `damaged`
 */
export async function openSettings(of: {
  files: SettingsFiles;
  declared: readonly DeclaredSetting[];
  onChange: (keys: string[]) => void;
}): Promise<SettingsService> {
  const declared = new Map(of.declared.map((setting) => [setting.key, setting]));
  const read = async () =>
    merge(
      of.declared,
      await readKeptValues(of.files.user),
      await readKeptValues(of.files.workspace),
    );
  let current = await read();
  return {
    all: () => structuredClone(current),
    set: async (key, value, scope) => {
      const setting = declared.get(key);
      if (setting === undefined) throw unknownSetting(key, [...declared.keys()]);
      if (value !== undefined) requireValid(setting, value);
      await changeKept(of.files[scope], (values) => {
        if (value === undefined) delete values[key];
        else values[key] = value;
      });
      const before = current;
      current = await read();
      const changed = [...declared.keys()].filter(
        (one) => JSON.stringify(before[one]) !== JSON.stringify(current[one]),
      );
      if (changed.length > 0) of.onChange(changed);
    },
  };
}

type Values = Record<string, unknown>;

function merge(declared: readonly DeclaredSetting[], user: Values, workspace: Values): Values {
  const merged: Values = Object.create(null);
  for (const setting of declared) {
    const set = [workspace, user].find(
      (values) => Object.hasOwn(values, setting.key) && isValid(setting, values[setting.key]),
    );
    const value = set === undefined ? setting.default : set[setting.key];
    if (value !== undefined) merged[setting.key] = value;
  }
  return merged;
}

function isValid(setting: DeclaredSetting, value: unknown): boolean {
  return parseValue(setting.schema, value).ok;
}

function requireValid(setting: DeclaredSetting, value: unknown): void {
  const parsed = parseValue(setting.schema, value);
  if (parsed.ok) return;
  const [{ path, message, found, expected } = { path: '', message: '', found: '', expected: '' }] =
    parsed.errors;
  const at = path === '' ? '' : ` at ${path}`;
  throw new ServiceError(
    'invalid-setting',
    `'${setting.key}' can't be set${at}: it ${message} (${expected}); found ${found}`,
  );
}

function unknownSetting(key: string, known: readonly string[]): ServiceError {
  const near = nearest(key, known);
  const hint =
    near !== undefined
      ? `did you mean '${near}'?`
      : known.length === 0
        ? 'the manifest declares none in contributes.configuration'
        : `declared are ${known.slice(0, 10).join(', ')}${known.length > 10 ? ' …' : ''}`;
  return new ServiceError('unknown-setting', `There is no setting '${key.slice(0, 200)}': ${hint}`);
}
