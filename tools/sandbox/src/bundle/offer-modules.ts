import type * as Esbuild from 'esbuild';
import { isBuiltin } from 'node:module';
import { dirname } from 'node:path';

/**
 * Puts files in the place of modules that an app offers to extensions, however these come by others of the same name.
 * A module of Node that isn't offered can be loaded, since much code loads what it never calls; its members throw.
 *
 * @param modules by name, the absolute path of a file; Node's without `node:`
 */
export function offerModules(modules: Readonly<Record<string, string>>): Esbuild.Plugin {
  return {
    name: 'offered-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^.\0/]/ }, ({ path, kind }) => {
        const name = path.replace(/^node:/, '');
        const file = Object.hasOwn(modules, name) ? modules[name] : undefined;
        if (file !== undefined) {
          const isRequired = kind === 'require-call' && isBuiltin(path);
          return isRequired ? { path: file, namespace: 'required' } : { path: file };
        }
        return isBuiltin(path) ? { path: name, namespace: 'not-offered' } : undefined;
      });
      // of what is required, all may be set, and some of it is a function: as the default of Node's modules is
      onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(path)}).default;`,
        loader: 'js',
        resolveDir: dirname(path),
      }));
      onLoad({ filter: /.*/, namespace: 'not-offered' }, ({ path }) => ({
        contents: `module.exports = ${JSON.stringify(path)};\n(${String(makeMissing)})(module);`,
        loader: 'js',
      }));
    },
  };
}

/** Runs in the bundle of an extension, where it stands as text: it uses nothing from around it. */
function makeMissing(module: { exports: unknown }): void {
  const name = String(module.exports);
  const missing = (member: string) =>
    function () {
      throw Object.assign(new Error(`Orchestra doesn't offer ${member} to extensions.`), {
        code: 'not-supported',
      });
    };
  const members = new Map<string, unknown>();
  const get = (_: object, member: string | symbol): unknown => {
    if (typeof member === 'symbol' || member === '__esModule' || member === 'then')
      return undefined;
    if (member === 'default') return exported;
    if (!members.has(member)) members.set(member, missing(`${name}.${member}`));
    return members.get(member);
  };
  // bundlers make a module of it that has its names, which can't be listed, from the prototype
  const named: object = new Proxy({}, { get });
  const exported: object = new Proxy(
    {},
    { get, has: (_, member) => typeof member === 'string', getPrototypeOf: () => named },
  );
  module.exports = exported;
}
