import { expect, test } from 'vitest';
import { noteViews, runRaycast } from '../../test/run-raycast.ts';

/** Runs the body of a command without a view, and gives what it logs. */
async function run(
  body: string,
  options: Parameters<typeof runRaycast>[1] & { args?: unknown[] } = {},
) {
  const { args = [], facts, ...others } = options;
  const running = await runRaycast(
    {
      'src/it.tsx': `
import * as api from '@raycast/api';
export default async function it(props) {
  const { AI, Cache, Clipboard, LocalStorage, Toast, showToast, showHUD } = api;
${body}
}`,
    },
    {
      ...others,
      facts: {
        commands: [{ name: 'it', title: 'It', mode: 'no-view', preferences: [], arguments: [] }],
        ...facts,
      },
    },
  );
  await running.sandbox.runCommand('it', args);
  return { ...running, said: running.logs.map(({ text }) => text) };
}

test('values are kept, each by its own kind', async () => {
  const kept = new Map<string, string>();
  const storage = {
    get: async (key: string) => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : undefined),
    set: async (key: string, json: string) => void kept.set(key, json),
    delete: async (key: string) => void kept.delete(key),
    keys: async () => [...kept.keys()],
  };
  const { said } = await run(
    `
  await LocalStorage.setItem('tide', 'high');
  await LocalStorage.setItem('metres', 4.2);
  const cache = new Cache();
  cache.set('a', '1');
  console.log(JSON.stringify(await LocalStorage.allItems()), new Cache().get('a'), cache.has('b'), cache.isEmpty);
  await LocalStorage.removeItem('tide');
  console.log(String(await LocalStorage.getItem('tide')), await LocalStorage.getItem('metres'));
  const seen = [];
  const stop = cache.subscribe((key, data) => seen.push([key, data]));
  cache.set('b', '2'); cache.remove('b'); cache.clear(); stop(); cache.set('c', '3');
  console.log(JSON.stringify(seen));
  await LocalStorage.setItem('bad', {}).catch((error) => console.log(error.message));`,
    { services: { storage } },
  );
  expect(said).toEqual([
    '{"tide":"high","metres":4.2} 1 false false',
    'undefined 4.2',
    '[["b","2"],["b",null],[null,null]]',
    'LocalStorage keeps texts, numbers and booleans; bad is none.',
  ]);
  await expect.poll(() => kept.get('cache.')).toBe('[["c","3"]]');
  expect([...kept.keys()]).toEqual(['local.metres', 'cache.']);
});

test('a cache reads what was kept before, and forgets what nobody asked for longest', async () => {
  const { said } = await run(
    `
  const cache = new Cache({ capacity: 6 });
  console.log(cache.get('old'), cache.get('none'));
  cache.set('a', 'aaa');
  cache.get('old');
  cache.set('b', 'b');
  console.log(cache.has('old'), cache.has('a'), cache.has('b'));`,
    {
      services: {
        storage: {
          get: async () => [['old', 'ooo'], 'broken'],
          set: async () => undefined,
        } as never,
      },
    },
  );
  expect(said).toEqual(['ooo undefined', 'true false true']);
});

test('toasts change while they are shown, and what they offer is done', async () => {
  const chosen: { act?: (which: 0 | 1) => void } = {};
  const views = noteViews();
  const { showToast } = views.service;
  views.service.showToast = (id, toast, choose) => {
    chosen.act = choose;
    showToast(id, toast, choose);
  };
  const { said } = await run(
    `
  const toast = await showToast({ style: Toast.Style.Animated, title: 'Reading' });
  await new Promise((done) => setTimeout(done, 5));
  const acted = new Promise((done) => {
    toast.primaryAction = { title: 'Undo', onAction: (given) => done(given === toast) };
  });
  toast.style = Toast.Style.Success;
  toast.title = 'Read';
  toast.message = 'all of it';
  console.log(await acted);
  await showHUD('Done');`,
    {
      views: Object.assign(views, {
        service: {
          ...views.service,
          showToast(id: number, toast: never, choose: (which: 0 | 1) => void) {
            showToast(id, toast, choose);
            if (views.toasts.at(-1)?.actions[0] === 'Undo') choose(0);
          },
        },
      }),
      permissions: ['notifications'],
    },
  );
  expect(said).toEqual(['true']);
  expect(views.toasts.map(({ style, title, message }) => [style, title, message])).toEqual([
    ['ANIMATED', 'Reading', undefined],
    ['SUCCESS', 'Read', 'all of it'],
  ]);
  expect(views.told).toEqual(['hud Done']);
});

test('preferences and arguments are those of the manifest, with what a person set', async () => {
  const text = { type: 'textfield', title: 'Unit' };
  const { said } = await run(
    `console.log(JSON.stringify(api.getPreferenceValues()), JSON.stringify(props.arguments), api.environment.commandName);`,
    {
      args: ['Ebb'],
      services: {
        settings: { all: () => ({ unit: 'm', 'it.depth': '3' }), set: async () => undefined },
      },
      facts: {
        preferences: [
          { ...text, name: 'unit', default: 'ft' },
          { ...text, name: 'zone', default: 'UTC' },
          { name: 'loud', type: 'checkbox' },
        ],
        commands: [
          {
            name: 'it',
            title: 'It',
            mode: 'no-view',
            preferences: [{ ...text, name: 'depth' }],
            arguments: [
              { name: 'tide', type: 'text', required: true },
              { name: 'more', type: 'text' },
            ],
          },
        ],
      },
    },
  );
  expect(said).toEqual([
    '{"unit":"m","zone":"UTC","loud":false,"depth":"3"} {"tide":"Ebb","more":""} it',
  ]);
});

test('a command does not start without a preference that it needs', async () => {
  const needed = { name: 'key', type: 'password', title: 'Key', required: true };
  await expect(run(`console.log('ran');`, { facts: { preferences: [needed] } })).rejects.toThrow(
    'it needs the preference "Key": set key first.',
  );
});

test('models are asked, and tell of each piece', async () => {
  const { said } = await run(
    `
  const pieces = [];
  const answer = AI.ask('Tide?', { creativity: 'low' });
  answer.on('data', (piece) => pieces.push(piece));
  console.log(await answer, JSON.stringify(pieces));`,
    {
      permissions: ['ai.chat'],
      services: {
        ai: {
          async *chatStream(messages: unknown, options: unknown) {
            yield JSON.stringify([messages, options]);
            yield '!';
          },
        } as never,
      },
    },
  );
  const first = '[[{"role":"user","content":"Tide?"}],{"temperature":0.25}]';
  expect(said).toEqual([`${first}! ${JSON.stringify([first, '!'])}`]);
});

test('dates are picked with a type, and may have no time of day', async () => {
  const { said } = await run(`
  for (const { Type, isFullDay } of [api.Action.PickDate, api.Form.DatePicker]) {
    console.log(Type.Date, isFullDay(new Date(2026, 4, 1)), isFullDay(new Date(2026, 4, 1, 6)), isFullDay(null));
  }`);
  expect(said).toEqual(['date true false false', 'date true false false']);
});

test.each([
  ['Clipboard.copy', `await Clipboard.copy('a');`, 'clipboard'],
  ['showToast', `await showToast({ title: 'a' });`, 'notifications'],
  ['showHUD', `await showHUD('a');`, 'notifications'],
  ['AI.ask', `await AI.ask('a');`, 'ai.chat'],
  ['trash', `await api.trash('a');`, 'filesystem.write'],
  ['getSelectedText', `await api.getSelectedText();`, 'clipboard'],
  ['getSelectedFinderItems', `await api.getSelectedFinderItems();`, 'filesystem.read'],
  ['open of an address', `await api.open('https://tide.example');`, 'network'],
  ['open of a file', `await api.open('/workspace/a');`, 'network'],
])('%s is refused without its permission', async (_, body, permission) => {
  await expect(run(body)).rejects.toMatchObject({
    code: 'permission-denied',
    message: expect.stringContaining(`"${permission}"`),
  });
});

test.each([
  ['OAuth.PKCEClient', `new api.OAuth.PKCEClient({});`],
  ['WindowManagement.getActiveWindow', `await api.WindowManagement.getActiveWindow();`],
  ['BrowserExtension.getTabs', `await api.BrowserExtension.getTabs();`],
  ['launchCommand() of another', `await api.launchCommand({ name: 'a', extensionName: 'other' });`],
])('%s says that it is not offered', async (name, body) => {
  await expect(run(body)).rejects.toMatchObject({
    code: 'not-supported',
    message: expect.stringContaining(name),
  });
});

test('modules of Node that are not offered load, and say so where they are called', async () => {
  const { sandbox, logs } = await runRaycast(
    {
      'src/it.tsx': `
import { lookup } from 'node:dns';
import tls, { checkServerIdentity } from 'tls';
import * as dgram from 'dgram';
const why = (call) => { try { call(); return 'no error'; } catch (error) { return error.code + ': ' + error.message; } };
export default function it() {
  for (const call of [() => lookup('a'), () => tls.connect({}), () => checkServerIdentity(), () => dgram.createSocket('udp4')])
    console.log(why(call));
}`,
    },
    {
      facts: {
        commands: [{ name: 'it', title: 'It', mode: 'no-view', preferences: [], arguments: [] }],
      },
    },
  );
  await sandbox.runCommand('it');
  expect(logs.map(({ text }) => text)).toEqual(
    ['dns.lookup', 'tls.connect', 'tls.checkServerIdentity', 'dgram.createSocket'].map(
      (name) => `not-supported: Orchestra doesn't offer ${name} to extensions.`,
    ),
  );
});

test('a file is opened with the usual program, and with one that is named', async () => {
  const views = noteViews();
  const opened: unknown[] = [];
  views.service.open = async (...args) => void opened.push(args);
  await run(
    `
  await api.open('/workspace/a.md');
  await api.open('/workspace/a.md', 'Editor');`,
    { views, permissions: ['filesystem.read', 'network', 'system.exec'] },
  );
  expect(opened).toEqual([
    ['/workspace/a.md', undefined],
    ['/workspace/a.md', 'Editor'],
  ]);
});
