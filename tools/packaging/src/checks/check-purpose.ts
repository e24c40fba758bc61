import { isRecord, type Problem, problem } from '@orchestra/core';
import type { Check } from './check.ts';

/** Checks that the extension has code or contributions, and that Raycast commands are complete. */
export const checkPurpose: Check = ({ manifest }) => {
  const { raw, compat, entryFiles } = manifest;
  if (compat === 'raycast') return checkCommands(raw['commands']);
  const contributes = isRecord(raw['contributes']) ? Object.keys(raw['contributes']) : [];
  if (entryFiles.length > 0 || contributes.length > 0) return [];
  return [
    problem('nothing-to-run', {
      path: 'package.json',
      message: 'Expected "main" or "contributes"; found neither',
    }),
  ];
};

const modes = new Set<unknown>(['view', 'no-view', 'menu-bar']);

function checkCommands(commands: unknown): Problem[] {
  if (!Array.isArray(commands) || commands.length === 0) {
    return [
      problem('nothing-to-run', {
        path: 'package.json#/commands',
        message: 'Expected at least one command; found none',
      }),
    ];
  }
  const seen = new Set<unknown>();
  return commands.flatMap((command: unknown, at) => {
    const path = `package.json#/commands/${at}`;
    const missing = missingParts(command);
    const found: Problem[] = missing.map((part) =>
      problem('command-invalid', { path: `${path}/${part.field}`, message: part.message }),
    );
    const name = isRecord(command) ? command['name'] : undefined;
    if (typeof name === 'string' && seen.has(name)) {
      const message = `The name '${name.slice(0, 80)}' is taken by an earlier command`;
      found.push(problem('command-invalid', { path: `${path}/name`, message }));
    }
    seen.add(name);
    return found;
  });
}

function missingParts(command: unknown): { field: string; message: string }[] {
  const fields = isRecord(command) ? command : {};
  const missing = ['name', 'title']
    .filter((field) => typeof fields[field] !== 'string' || fields[field] === '')
    .map((field) => ({ field, message: `Expected a ${field}; found none` }));
  const { name, mode } = fields;
  if (typeof name === 'string' && name !== '' && !/^[\w.-]+$/.test(name)) {
    missing.push({ field: 'name', message: `Expected a file name; found '${name.slice(0, 80)}'` });
  }
  if (modes.has(mode)) return missing;
  const found = typeof mode === 'string' ? `'${mode.slice(0, 40)}'` : 'none';
  return [
    ...missing,
    { field: 'mode', message: `Expected view, no-view or menu-bar; found ${found}` },
  ];
}
