import type * as Esbuild from 'esbuild';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What esbuild is to warn of: `require` that is handed on as a value, so that it doesn't see what is loaded. */
export const umdWarnings = { 'indirect-require': 'warning' } as const;

/** Whether a warning is of that kind: it is about how a package was built, and nothing for its user. */
export function isOfUmd({ id }: Esbuild.Message): boolean {
  return id === 'indirect-require';
}

/** Makes files in the form of UMD load what they name. */
export interface UmdFollower {
  plugin: Esbuild.Plugin;
  /** Takes the warnings of a build. @returns whether another one would find more */
  learn(warnings: readonly Esbuild.Message[]): boolean;
}

/**
 * Follows modules in the form of UMD, which hand `require` to a function: a bundler doesn't see what that loads. They
 * are given one that knows each module that they name, and throws for others as Node does.
 *
 * @param folder absolute path that files are relative to
 */
export function followUmd(folder: string): UmdFollower {
  const known = new Set<string>();
  return {
    plugin: {
      name: 'follow-umd',
      setup({ onLoad }) {
        onLoad({ filter: /\.[cm]?js$/ }, async ({ path }) =>
          known.has(path)
            ? { contents: giveRequire(await readFile(path, 'utf8')), loader: 'js' }
            : undefined,
        );
      },
    },
    learn(warnings) {
      const found = warnings.filter(isOfUmd).flatMap(({ location }) => location?.file ?? []);
      const files = found.map((file) => resolve(folder, file)).filter((file) => !known.has(file));
      for (const file of files) known.add(file);
      return files.length > 0;
    },
  };
}

/** The text with a `require` of its own where that is handed on; its lines stay where they are. */
function giveRequire(text: string): string {
  const named = text.matchAll(/\brequire\(\s*(["'])([^"'\\\n]+)\1\s*\)/g);
  const names = new Set(Array.from(named, ([, , name = '']) => name));
  // what isn't there is told when it is loaded, as in a `try`
  const cases = Array.from(names, (name) => {
    const quoted = JSON.stringify(name);
    return `case ${quoted}: try { return require(${quoted}); } catch (error) { throw error; }`;
  });
  const missing = `throw Object.assign(new Error("Cannot find module '" + name + "'"), { code: 'MODULE_NOT_FOUND' });`;
  const load = `var __orchestraLoad = function (name) { switch (name) { ${cases.join(' ')} } ${missing} }; `;
  // not where a function takes it: what that loads is what it is called with
  const handedOn = /(?<!\bfunction\s+)\b(?!function\b)(\w+)\(\s*require(?=\s*[,)])/g;
  return load + text.replace(handedOn, '$1(__orchestraLoad');
}
