import { builtinModules } from 'node:module';
import { memberNames, nestedModules } from './member-names.ts';

// Run as a process of its own, since libraries put members of their own on `process`:
// prints the members of each built-in as JSON, and under '' those that `process` inherits as well.

/** Modules that only have a name with `node:`, which Node doesn't list. */
const withPrefix = ['node:sea', 'node:sqlite', 'node:test', 'node:test/reporters'];
const listed: Record<string, string[]> = {};
for (const module of new Set([...builtinModules, ...withPrefix])) {
  const found: unknown = process.getBuiltinModule(module);
  listed[module] = [...memberNames(found), ...nestedModules(found)];
}
const inherited = new Set<string>();
for (let of: unknown = process; of !== Object.prototype; of = Object.getPrototypeOf(of)) {
  for (const name of memberNames(of)) if (name !== 'constructor') inherited.add(name);
}
listed[''] = [...inherited];
process.stdout.write(JSON.stringify(listed));
