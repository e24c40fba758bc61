import { expect, test, vi } from 'vitest';
import { BuildError } from '../src/host/build-error.ts';
import type { EditorState } from '../src/services/services.ts';
import { bundleSources, mainWith, makeSandbox, runExtension } from '../test/run-extension.ts';

test('commands run, and their values come back as they are', async () => {
  const { sandbox } = await runExtension(`
    command((...args) => ({ args, at: new Date(5), bytes: new Uint8Array([1, 2]), map: new Map([[1, 'a']]), none: [undefined, NaN, -0, 10n] }));
  `);
  expect(sandbox.commands).toEqual(['it']);
  const given = [1, 'ü', null, { $date: 3 }, [{}]];
  expect(await sandbox.runCommand('it', given)).toEqual({
    args: given,
    at: new Date(5),
    bytes: new Uint8Array([1, 2]),
    map: new Map([[1, 'a']]),
    none: [undefined, NaN, -0, 10n],
  });
});

test('a call that is declared reaches its service, with its place on record', async () => {
  const { sandbox, asked, calls } = await runExtension(
    `command(async () => {\n await clipboard.writeText('a');\n return fs.readFile('x.txt');\n});`,
    { permissions: ['clipboard', 'filesystem.read'] },
  );
  expect(await sandbox.runCommand('it')).toBe('text of a file');
  expect(asked).toEqual(['clipboard.writeText "a"', 'fs.readFile "x.txt"']);
  expect(calls.filter(({ api }) => api !== 'commands.register')).toMatchObject([
    { api: 'clipboard.writeText', isAllowed: true, place: { file: 'src/main.ts', line: 6 } },
    { api: 'fs.readFile', isAllowed: true, place: { file: 'src/main.ts', line: 7 } },
  ]);
});

test.each([
  ['fs.readFile("a")', 'filesystem.read'],
  ['fs.watch("*", () => {})', 'filesystem.read'],
  ['fs.writeFile("a", "b")', 'filesystem.write'],
  ['fs.delete("a")', 'filesystem.write'],
  ['workspace.search("a")', 'filesystem.read'],
  ['workspace.git.log()', 'git'],
  ['network.fetch("https://example.com")', 'network'],
  ['fetch("https://example.com")', 'network'],
  ['ai.chat("a")', 'ai.chat'],
  ['ai.chatStream("a").next()', 'ai.chat'],
  ['ai.embed(["a"])', 'ai.embed'],
  ['editor.open("a")', 'filesystem.read'],
  ['clipboard.readText()', 'clipboard'],
  ['ui.showNotification("a")', 'notifications'],
  ['terminal.create()', 'terminal'],
  ['terminal.all', 'terminal'],
  ['context.secrets.get("a")', 'secrets'],
  ['system.exec("ls")', 'system.exec'],
])('%s is refused without "%s", and no service is asked', async (code, permission) => {
  const { sandbox, asked, calls } = await runExtension(`command(async () => ${code});`);
  const error = await sandbox.runCommand('it').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'permission-denied', name: 'PermissionError' });
  expect(String(error)).toContain(`"${permission}"`);
  expect(asked).toEqual([]);
  const refused = calls.filter(({ isAllowed }) => !isAllowed);
  expect(refused).toMatchObject([
    { permissions: [permission], place: { file: 'src/main.ts', line: 5 } },
  ]);
});

test('arguments that are wrong are told, and reach no service', async () => {
  const { sandbox, asked } = await runExtension(`command(async () => fs.copy('a', 5));`, {
    permissions: ['filesystem.write'],
  });
  await expect(sandbox.runCommand('it')).rejects.toThrow(
    'fs.copy: argument 2 must be string; it is 5.',
  );
  expect(asked).toEqual([]);
});

test('what is thrown has the places of the sources', async () => {
  const { sandbox } = await runExtension(`const fail = () => { null.x };\ncommand(() => fail());`);
  const error = await sandbox.runCommand('it').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message: "Cannot read properties of null (reading 'x')" });
  expect(Object(error).stack).toBe(
    "TypeError: Cannot read properties of null (reading 'x')\n    at fail (src/main.ts:5:27)\n    at src/main.ts:6:15",
  );
});

test.each([
  ['a throw at the top', 'throw new Error("at once")', 'at once'],
  ['a throw in activate', 'export function activate() { throw new Error("later") }', 'later'],
  ['no activate', 'export const active = 1', 'exports no function "activate"; it exports active'],
  ['a loop', 'for (;;);', 'ran longer than'],
  [
    'an activate that never ends',
    'export const activate = () => new Promise(() => {})',
    'did not end',
  ],
])('after %s, the build before goes on', async (_, code, message) => {
  const running = await makeSandbox({ limits: { activateMs: 3000, sliceMs: 500 } });
  await running.load({ 'src/main.ts': mainWith(`command(() => 'good');`) });
  await expect(running.load({ 'src/main.ts': code })).rejects.toThrow(message);
  await expect(running.load({ 'src/main.ts': code })).rejects.toBeInstanceOf(BuildError);
  expect(await running.sandbox.runCommand('it')).toBe('good');
  expect(running.stops).toEqual([]);
});

test('answers come while V8 runs the isolate on threads of its own', async () => {
  const running = await runExtension(
    `
    const module = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
    command(async () => {
      let open = true;
      let compiled = 0;
      const compile = async () => {
        for (; open; compiled += 1) {
          await WebAssembly.compile(module);
          new URL('https://tide.example/' + compiled); // the engine is asked, too
        }
      };
      const compiling = [compile(), compile(), compile()];
      for (let asked = 0; asked < 2_000 || compiled < 20; asked += 1) await fs.exists('a');
      open = false;
      await Promise.all(compiling);
      return 'all';
    });`,
    { permissions: ['filesystem.read'] },
  );
  expect(await running.sandbox.runCommand('it')).toBe('all');
  expect(running.stops).toEqual([]);
});

test('what a call gives comes before what happens after it, also while the extension runs', async () => {
  const running = await runExtension(
    `
    const seen = [];
    settings.onDidChange(() => seen.push('event'));
    command(async () => {
      const read = fs.exists('a').then(() => seen.push('result'));
      await Promise.resolve(); // then the call has been sent
      await Promise.resolve();
      const end = Date.now() + 300;
      while (Date.now() < end);
      await read;
      while (seen.length < 2) await new Promise((wake) => setTimeout(wake, 1));
      return seen;
    });`,
    {
      permissions: ['filesystem.read'],
      services: {
        fs: {
          exists: async () => {
            setImmediate(() => running.events.onSettingsChanged(['a']));
            return true;
          },
        } as never,
      },
    },
  );
  expect(await running.sandbox.runCommand('it')).toEqual(['result', 'event']);
});

test('a new build takes the place of the one before, which is deactivated', async () => {
  const running = await runExtension(`
    context.subscriptions.push({ dispose: () => console.log('disposed') });
    const bar = ui.createStatusBarItem(); bar.text = 'old'; bar.show();
    command(() => 'old');`);
  await running.load({
    'src/main.ts': `${mainWith(`command(() => 'new');`)}\nexport function deactivate() { console.log('bye') }`,
  });
  expect(await running.sandbox.runCommand('it')).toBe('new');
  await running.sandbox.close();
  expect(running.logs.map(({ text }) => text)).toEqual(['disposed', 'bye']);
  expect(running.asked.at(-1)).toBe('ui.showStatusBarItem 1 null');
});

test('code that awaits at its top, and CommonJS, are loaded', async () => {
  const running = await makeSandbox();
  await running.load({
    'src/main.ts': `await Promise.resolve(); const late = await 5;\n${mainWith(`command(() => late);`)}`,
  });
  expect(await running.sandbox.runCommand('it')).toBe(5);
  await running.load({
    'src/main.ts': `const { commands } = require('@orchestra/api');\nexports.activate = () => { commands.register('it', () => 6) };`,
  });
  expect(await running.sandbox.runCommand('it')).toBe(6);
});

test("Node's modules are told while bundling, with what stands for them", async () => {
  const built = await bundleSources({
    'src/main.ts': `import { readFileSync } from 'node:fs';\nreadFileSync('a');`,
  });
  expect(built).toMatchObject({
    ok: false,
    errors: [
      {
        location: { file: 'src/main.ts', line: 1 },
        text: expect.stringContaining('`fs` of @orchestra/api'),
      },
    ],
  });
});

test('settings, editor and events are as the host says last', async () => {
  const settings = { 'a.b': 1 };
  const running = await runExtension(
    `const seen = [];
     settings.onDidChange(({ keys }) => seen.push([keys, settings.get('a.b')]));
     command(() => [settings.get('a.b', 7), settings.get('none', 8), workspace.rootPath, editor.active, seen]);`,
    { services: { settings: { all: () => settings, set: async () => undefined } } },
  );
  expect(await running.sandbox.runCommand('it')).toEqual([1, 8, '/workspace', undefined, []]);
  settings['a.b'] = 2;
  running.events.onSettingsChanged(['a.b']);
  expect(await running.sandbox.runCommand('it')).toEqual([
    2,
    8,
    '/workspace',
    undefined,
    [[['a.b'], 2]],
  ]);
});

test('streams come piece by piece, and who leaves them is told of', async () => {
  let wasAborted = false;
  const chatStream = async function* (_m: unknown, _o: unknown, signal: AbortSignal) {
    signal.addEventListener('abort', () => (wasAborted = true));
    for (let part = 0; ; part += 1) {
      yield String(part);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  const { sandbox } = await runExtension(
    `command(async () => { const parts = []; for await (const part of ai.chatStream('a')) { parts.push(part); if (parts.length === 3) break; } return parts; });`,
    {
      permissions: ['ai.chat'],
      services: {
        ai: { chatStream, chat: async () => ({ content: '', model: '' }), embed: async () => [] },
      },
    },
  );
  expect(await sandbox.runCommand('it')).toEqual(['0', '1', '2']);
  await expect.poll(() => wasAborted).toBe(true);
});

test('a body of megabytes comes whole', async () => {
  const body = new Uint8Array(9_000_000).fill(7);
  const fetch = async () => ({
    url: 'https://example.com/',
    redirected: false,
    status: 200,
    statusText: 'OK',
    headers: [],
    body: (async function* () {
      yield body;
    })(),
  });
  const { sandbox } = await runExtension(
    `command(async () => { const bytes = await (await fetch('https://example.com')).bytes(); return [bytes.length, bytes.at(-1)]; });`,
    {
      permissions: ['network'],
      services: {
        network: {
          fetch,
          openSocket: async () => {
            throw new Error('none');
          },
        },
      },
    },
  );
  expect(await sandbox.runCommand('it')).toEqual([9_000_000, 7]);
});

test('the record of a WebSocket says why it was not opened, which the extension is not told', async () => {
  const running = await runExtension(
    `command(() => new Promise((done) => {
      const socket = new WebSocket('wss://tide.example/');
      socket.onerror = (event) => done([event.type, event.message]);
    }));`,
    {
      permissions: ['network'],
      services: {
        network: {
          fetch: () => Promise.reject(new Error('none')),
          openSocket: async (_url, _protocols, { onError, onClose }) => {
            setTimeout(() => (onError('connect ECONNREFUSED'), onClose(1006, '')));
            return { send: () => {}, close: () => {} };
          },
        },
      },
    },
  );
  expect(await running.sandbox.runCommand('it')).toEqual(['error', undefined]);
  await expect
    .poll(() => running.calls)
    .toContainEqual(
      expect.objectContaining({
        api: 'network.fetch',
        isAllowed: true,
        error: 'connect ECONNREFUSED',
        place: expect.objectContaining({ file: 'src/main.ts' }),
      }),
    );
});

test('a person who is asked has as long as they want', async () => {
  const showInputBox = () => new Promise<string>((resolve) => setTimeout(resolve, 1500, 'slowly'));
  const running = await runExtension(`const name = await ui.showInputBox(); command(() => name);`, {
    limits: { activateMs: 1000 },
    services: { ui: new Proxy({}, { get: () => showInputBox }) as never },
  });
  expect(await running.sandbox.runCommand('it')).toBe('slowly');
});

test('what a person has open can be read without a permission, and changed with one', async () => {
  const at = { line: 0, column: 2 };
  const document = {
    path: '/workspace/a.md',
    languageId: 'markdown',
    isDirty: false,
    text: 'abcd\nef',
  };
  const edit = vi.fn(async () => true);
  const active = () => ({ document, selection: { start: { line: 0, column: 0 }, end: at } });
  const languageOf = () => 'plaintext';
  const save = async () => true;
  const editor = { active, open: async () => active(), edit, save, languageOf };
  const code = `command(async () => {
    const { active } = editor;
    const seen = [active.document.getText(), active.selection.text, active.document.lineCount];
    const edited = await active.edit((builder) => builder.replace(active.selection, 'X')).catch((error) => error.code);
    return [...seen, edited];
  });`;
  const refused = await runExtension(code, { services: { editor } });
  expect(await refused.sandbox.runCommand('it')).toEqual([
    'abcd\nef',
    'ab',
    2,
    'permission-denied',
  ]);
  expect(edit).not.toHaveBeenCalled();
  const allowed = await runExtension(code, {
    services: { editor },
    permissions: ['filesystem.write'],
  });
  expect(await allowed.sandbox.runCommand('it')).toEqual(['abcd\nef', 'ab', 2, true]);
  expect(edit).toHaveBeenCalledExactlyOnceWith('/workspace/a.md', [
    { range: { start: { line: 0, column: 0 }, end: at }, text: 'X' },
  ]);
});

test('the editor tells of another file and of the cursor, each where it changed', async () => {
  const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 2 } });
  let active: EditorState | null = null;
  const show = (path: string, line: number, text = 'one\ntwo') => {
    active = {
      document: { path, languageId: 'plaintext', isDirty: false, text },
      selection: at(line),
    };
  };
  const editor = {
    active: () => active,
    open: () => Promise.reject(new Error('not here')),
    edit: () => Promise.resolve(false),
    save: () => Promise.resolve(false),
    languageOf: () => 'plaintext',
  };
  const running = await runExtension(
    `const told = [];
    editor.onDidChangeActive((one) => told.push(['active', one?.document.path]));
    editor.onDidChangeSelection((one) => told.push(['selection', one.selection.text]));
    command(() => told.splice(0));`,
    { services: { editor } },
  );
  const change = async () => {
    running.events.onEditorChanged();
    return running.sandbox.runCommand('it');
  };
  show('/a', 0);
  expect(await change()).toEqual([
    ['active', '/a'],
    ['selection', 'on'],
  ]);
  show('/a', 0, 'other');
  expect(await change()).toEqual([]);
  show('/a', 1);
  expect(await change()).toEqual([['selection', 'tw']]);
  active = null;
  expect(await change()).toEqual([['active', undefined]]);
});
