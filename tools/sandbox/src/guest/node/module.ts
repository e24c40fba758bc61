import { missing, notOffered } from './node-error.ts';

/* Modules are put together before an extension runs: none is loaded later. */

export const { builtinModules } = nodeFacts;
const known = new Set(builtinModules);

/** `isBuiltin`. */
export const isBuiltin = (name: unknown) => known.has(String(name).replace(/^node:/, ''));

/** `createRequire`: what it gives tells where it is called. */
export function createRequire(_from: unknown): (name: unknown) => never {
  const require = (name: unknown): never => {
    throw notOffered(`require(${JSON.stringify(name)}) of createRequire`);
  };
  const resolve = missing('require.resolve of createRequire');
  return Object.assign(require, { cache: {}, resolve });
}

/** The class, which nothing is made of. */
export const Module = Object.assign(missing('module.Module'), {
  builtinModules,
  createRequire,
  isBuiltin,
});
Object.assign(Module, { Module });
export default Module;
