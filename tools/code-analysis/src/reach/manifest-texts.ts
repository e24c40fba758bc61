import { isRecord, readJson } from '@orchestra/core';
import { stringsIn } from '../pages/json-strings.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** All texts of a manifest that somebody reads where the extension runs. */
export function manifestTexts(files: Files): string[] {
  return textsOf(fieldsOf(files));
}

/** Those that may name a program, which are all but the names of scripts for pages of the app. */
export function programTexts(files: Files): string[] {
  const { contributes, ...fields } = fieldsOf(files);
  if (!isRecord(contributes)) return textsOf({ ...fields, contributes });
  const { notebookRenderer: _, 'markdown.previewScripts': __, ...others } = contributes;
  return textsOf({ ...fields, contributes: others });
}

/** Names of modules that the server of TypeScript loads. */
export function serverPlugins(files: Files): string[] {
  const { contributes } = fieldsOf(files);
  const plugins = isRecord(contributes) ? contributes['typescriptServerPlugins'] : undefined;
  return Array.isArray(plugins) ? textsOf(plugins) : [];
}

/** Fields of a manifest that nothing reads where the extension runs. */
const ofAuthors =
  /^(?:scripts|files|(?:dev|peer|optional|bundled?)?dependencies|peerDependenciesMeta|overrides|resolutions|workspaces|eslintConfig|prettier|jest|mocha|nyc|c8|ava|babel|browserslist|husky|lint-staged|wireit|release|config|pnpm|volta|packageManager)$/i;

function fieldsOf(files: Files): Record<string, unknown> {
  const bytes = files.get('package.json');
  if (bytes === undefined) return {};
  const known = kept.get(bytes);
  if (known !== undefined) return known;
  const { value } = readJson(new TextDecoder().decode(bytes), { path: '' });
  const all = Object.entries(value ?? {});
  const fields = Object.fromEntries(all.filter(([name]) => !ofAuthors.test(name)));
  kept.set(bytes, fields);
  return fields;
}

/** The fields of manifests that were read: each is asked for several times while its package is analysed. */
const kept = new WeakMap<Uint8Array, Record<string, unknown>>();

function textsOf(value: unknown): string[] {
  return stringsIn(JSON.stringify(value), Infinity) ?? [];
}
