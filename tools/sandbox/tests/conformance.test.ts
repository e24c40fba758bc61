import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import {
  conformanceCases,
  runConformanceCase,
  startConformanceServer,
} from '../src/conformance/index.ts';
import { folderHost } from '../test/folder-host.ts';
import { runExtension } from '../test/run-extension.ts';

test.each(conformanceCases)('$name', async (one) => {
  await using server = await startConformanceServer();
  expect(await runConformanceCase(one, { host: folderHost, server: server.address })).toEqual(
    one.expect,
  );
});

/** The interfaces of the declarations, with their members. */
async function readDeclarations(): Promise<Map<string, string[]>> {
  const file = fileURLToPath(new URL('../../../cli/types/api/index.d.ts', import.meta.url));
  const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest);
  const interfaces = source.statements.filter(ts.isInterfaceDeclaration);
  return new Map(
    interfaces.map(({ name, members }) => [
      name.text,
      [...new Set(members.flatMap((member) => nameOf(member)))],
    ]),
  );
}

function nameOf({ name }: ts.TypeElement): string[] {
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

/** Interfaces that are plain data, which calls are given or give. */
const isData =
  /^(?:DirectoryEntry|FileChange|Chat(?:Message|Options|Answer)|Git(?:Status|Commit|Branch|BlameOptions|Change)|Search(?:Options|Match)|QuickPick(?:Item|Options)|(?:Notification|InputBox|Progress|StatusBar|Webview|Exec)Options|ExecResult|Orchestra)$/;

test('every member of the declarations has a case, and cases name no other', async () => {
  const declared = [...(await readDeclarations())]
    .filter(([name]) => !isData.test(name))
    .flatMap(([name, members]) => members.map((member) => `${name}.${member}`));
  expect(declared.length).toBeGreaterThan(90);
  const covered = new Set(conformanceCases.flatMap(({ covers }) => covers));
  expect([...covered].toSorted()).toEqual(declared.toSorted());
});

test('the API of an isolate has every member of its declarations, and no other', async () => {
  const declarations = await readDeclarations();
  const { sandbox } = await runExtension(
    `
    const list = (part) => {
      const names = new Set();
      for (let at = part; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
        for (const name of Object.getOwnPropertyNames(at)) if (name !== 'constructor') names.add(name);
      }
      return [...names].sort();
    };
    command(() => ({
      Orchestra: list(api.orchestra),
      ExtensionContext: list(context),
      Secrets: list(context.secrets),
      FileSystem: list(fs), Network: list(network), AI: list(ai), Clipboard: list(clipboard), UI: list(ui),
      Terminals: list(terminal), Workspace: list(workspace), Git: list(workspace.git), Commands: list(commands),
      Editor: list(editor), Settings: list(settings), Storage: list(storage), System: list(system),
      Terminal: list(terminal.create()),
      StatusBarItem: list(ui.createStatusBarItem()),
      WebviewPanel: list(ui.createWebviewPanel({ id: 'a', title: 'a' })),
      names: Object.keys(api).filter((name) => name !== 'default' && name !== 'orchestra').sort(),
    }));
  `,
    { permissions: ['terminal'] },
  );
  const { names, ...parts } = Object(await sandbox.runCommand('it'));
  expect(names).toEqual(declarations.get('Orchestra')?.toSorted());
  const disposable = new Set(['Terminal', 'StatusBarItem', 'WebviewPanel']);
  const declared = Object.keys(parts).map((name) => [
    name,
    [...(declarations.get(name) ?? []), ...(disposable.has(name) ? ['dispose'] : [])].toSorted(),
  ]);
  expect(parts).toEqual(Object.fromEntries(declared));
});
