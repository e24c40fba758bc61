import { type FolderContents, makeFolder } from '@orchestra/testkit';
import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import {
  compiled,
  languageClient,
  launcherCommands,
  launcherExtras,
  theme,
  unbuilt,
  webpacked,
} from '../../tests/foreign-extensions.ts';
import { planConversion } from './plan-conversion.ts';
import { renderConversion } from './render-conversion.ts';

/** What a conversion finds, as short as can be compared. */
async function convert(contents: FolderContents) {
  await using folder = await makeFolder(contents);
  const { manifest, analysis, code, unsupported } = await planConversion(folder.path);
  return {
    name: manifest['name'],
    compat: manifest['compat'],
    permissions: manifest['permissions'],
    categories: manifest['categories'],
    unresolved: analysis?.unresolved.map(({ what }) => what),
    code,
    unsupported: unsupported.map(({ feature, place: { source, ...packed } }) => {
      const { file, line, column } = source ?? packed;
      return `${feature} ${file}:${line}:${column}`;
    }),
  };
}

const nothing = {
  unbuilt: [],
  sources: {},
  bundled: [],
  missing: [],
  lookedFor: [],
  notInstalled: [],
};

test('planConversion() reads the bundle of webpack', async () => {
  expect(await convert(webpacked)).toEqual({
    name: 'tide-table',
    compat: 'vscode',
    permissions: ['clipboard', 'notifications'],
    categories: ['languages'],
    unresolved: [],
    code: { ...nothing, from: 'package', entries: ['dist/extension.js'] },
    unsupported: [],
  });
});

test('planConversion() reads every file that tsc wrote', async () => {
  expect(await convert(compiled)).toMatchObject({
    permissions: ['filesystem.write'],
    unresolved: [],
    code: { ...nothing, from: 'package', entries: ['out/extension.js'] },
  });
});

test('planConversion() finds the source of what isn’t built, and what isn’t supported in it', async () => {
  expect(await convert(unbuilt)).toMatchObject({
    permissions: ['filesystem.read', 'secrets'],
    unresolved: [],
    code: {
      ...nothing,
      from: 'source',
      entries: ['src/extension.ts'],
      unbuilt: ['out/extension.js'],
      sources: { main: 'src/extension.ts' },
    },
    unsupported: [
      'custom editors package.json:18:5',
      'notebooks package.json:25:5',
      'custom editors src/extension.ts:6:12',
      'source control src/extension.ts:7:12',
      'testing src/extension.ts:8:12',
    ],
  });
});

test.each([
  ['src/extension.ts', 'because the app runs JavaScript alone'],
  ['src/extension.js', 'because it lies in src/, where sources are'],
])('renderConversion() says what main is in the package where it names %s', async (main, why) => {
  await using folder = await makeFolder({
    'package.json': JSON.stringify({ name: 'tide-table', engines: { vscode: '^1.90.0' }, main }),
    [main]: 'export const activate = () => {};\n',
  });
  const told = renderConversion(await planConversion(folder.path), makeStyle(false));
  expect(told).toContain(
    `Bundled\n  main  stays "${main}" here; in the package it is "dist/extension.js", which check, pack and publish bundle from it, ${why}\n`,
  );
});

test('planConversion() tells what stands where a build would write', async () => {
  await using folder = await makeFolder({
    ...launcherCommands,
    'dist/list.js': 'exports.a = 1;\n',
  });
  const { todo } = await planConversion(folder.path);
  expect(todo.join('\n')).toMatch(/^dist\/list\.js: .*If ray build made it, remove it/m);
});

test('planConversion() declares nothing for a theme', async () => {
  expect(await convert(theme)).toMatchObject({
    name: 'harbor-lights',
    permissions: undefined,
    categories: ['themes'],
    code: { ...nothing, from: 'none', entries: [] },
  });
});

test('planConversion() goes on without packages that aren’t installed, and names them', async () => {
  const { permissions, code } = await convert(languageClient);
  expect(permissions).toEqual(['network', 'notifications', 'system.exec']);
  expect(code).toMatchObject({
    from: 'source',
    entries: ['client/src/extension.ts', 'client/src/web/extension.ts'],
    notInstalled: ['vscode-languageclient'],
  });
});

test('planConversion() reads the sources of Raycast commands', async () => {
  expect(await convert(launcherCommands)).toEqual({
    name: 'tides-now',
    compat: 'raycast',
    permissions: ['network', 'clipboard', 'notifications'],
    categories: ['productivity'],
    unresolved: [],
    code: { ...nothing, from: 'source', entries: ['src/list.tsx', 'src/copy.ts'] },
    unsupported: [],
  });
});

test('planConversion() tells where Raycast code and manifest ask for what isn’t there', async () => {
  const { unsupported } = await convert(launcherExtras);
  expect(unsupported).toEqual(
    expect.arrayContaining([
      'menu bar extras package.json:31:7',
      'menu bar extras src/bar.tsx:5:6',
      'OAuth src/sign-in.tsx:3:20',
    ]),
  );
});

test('planConversion() infers nothing from a manifest alone', async () => {
  const { 'package.json': alone } = launcherCommands;
  const { permissions, code } = await convert({ 'package.json': alone ?? '' });
  expect(permissions).toBeUndefined();
  expect(code).toMatchObject({
    from: 'missing',
    entries: [],
    missing: ['dist/list.js', 'dist/copy.js'],
    lookedFor: ['dist/list.js', 'src/list.tsx', 'dist/copy.js', 'src/copy.tsx'],
  });
});

test('planConversion() declares no permissions as none where part of the code was not read', async () => {
  const { 'package.json': written = '' } = launcherCommands;
  await using folder = await makeFolder({
    'package.json': written,
    'src/list.tsx': 'import a from "left-pad";\nexport default () => a;\n',
  });
  const { manifest, todo } = await planConversion(folder.path);
  expect(manifest['permissions']).toBeUndefined();
  const about = (what: string) => todo.filter((line) => line.includes(what));
  expect(about('left-pad')).toEqual([expect.stringContaining('npm install')]);
  expect(about('dist/copy.js')).toEqual([expect.stringContaining('in src/')]);
  expect(about('"main"')).toEqual([]);
});

test('planConversion() keeps declared permissions that code may use which nobody can tell', async () => {
  const fields = { name: 'tide', publisher: 'harbor', version: '1.0.0', main: 'main.js' };
  const plan = async (code: string) => {
    const permissions = ['network', 'clipboard'];
    const named = { ...fields, engines: { vscode: '^1.90.0' }, permissions };
    await using folder = await makeFolder({ 'package.json': named, 'main.js': code });
    return await planConversion(folder.path);
  };
  const told = await plan("require('fs').rmSync('a');");
  expect(told.manifest['permissions']).toEqual(['filesystem.write']);
  expect(told.lacking).toBeNull();
  const { lacking, ...untold } = await plan("require('fs').rmSync('a'); eval(code);");
  expect(untold.manifest['permissions']).toEqual(['filesystem.write', 'network', 'clipboard']);
  expect(lacking?.mayNeed).toEqual(expect.arrayContaining(['filesystem.read', 'secrets']));
  expect(lacking?.mayNeed).not.toContain('clipboard');
  const why = untold.changes.find(({ path }) => path === '/permissions');
  expect(why?.reason).toContain('may use more');
});

test('planConversion() takes a script that builds for no code of the extension', async () => {
  const { 'package.json': written = '' } = unbuilt;
  const { permissions, code } = await convert({
    'package.json': JSON.stringify({
      ...(typeof written === 'object' ? written : {}),
      scripts: { compile: 'tsx esbuild.ts' },
    }),
    'esbuild.ts': 'import { rmSync } from "node:fs";\nrmSync("dist");\n',
  });
  expect(permissions).toBeUndefined();
  expect(code).toMatchObject({ from: 'missing', entries: [] });
});

test('planConversion() infers nothing from sources that can’t be bundled, and says why', async () => {
  await using folder = await makeFolder({ ...launcherCommands, 'src/copy.ts': 'import "./gone";' });
  const { manifest, code, todo } = await planConversion(folder.path);
  expect(manifest['permissions']).toBeUndefined();
  expect(code.from).toBe('broken');
  expect(todo.join('\n')).toContain('src/copy.ts:1:8: Could not resolve "./gone"');
});

test('planConversion() infers nothing from code that is too much to be read', async () => {
  const long = `${' '.repeat(5 * 1024 * 1024)};fetch("a")`;
  const { 'package.json': alone = '' } = compiled;
  const { permissions, unresolved } = await convert({
    'package.json': alone,
    'out/extension.js': long,
  });
  expect(permissions).toBeUndefined();
  expect(unresolved).toEqual([expect.stringContaining('MiB of code')]);
});

test('planConversion() of what it made changes nothing', async () => {
  for (const contents of [launcherCommands, theme]) {
    await using folder = await makeFolder(contents);
    const { text } = await planConversion(folder.path);
    await using again = await makeFolder({ ...contents, 'package.json': text });
    expect(await planConversion(again.path)).toMatchObject({ text, changes: [] });
  }
});
