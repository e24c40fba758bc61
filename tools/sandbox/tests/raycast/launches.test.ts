import { expect, test } from 'vitest';
import { findParts, runRaycast } from '../../test/run-raycast.ts';

const command = (name: string, mode: string) => ({
  name,
  title: name,
  mode,
  preferences: [],
  arguments: [],
});

const commands = [command('it', 'no-view'), command('other', 'no-view')];

test('a launched command has modules of its own, and so has one that it launches', async () => {
  const { sandbox, views } = await runRaycast(
    {
      'src/count.ts': `let runs = 0; export const next = () => (globalThis.left ?? '') + String((runs += 1));`,
      'src/it.tsx': `
import { launchCommand, showHUD } from '@raycast/api';
import { next } from './count';
export default async function It({ launchContext }) {
  await showHUD('it ' + next());
  globalThis.left = 'left ';
  if (launchContext !== undefined) await launchCommand({ name: 'other', type: 'background', context: launchContext });
}`,
      'src/other.tsx': `
import { showHUD } from '@raycast/api';
import { next } from './count';
export default ({ launchContext, launchType, arguments: given }) =>
  showHUD(['other', next(), launchContext.from, launchType, JSON.stringify(given)].join(' '));`,
    },
    { permissions: ['notifications'], facts: { commands } },
  );
  await (
    await sandbox.launch('it')
  ).ended;
  await (
    await sandbox.launch('it')
  ).ended;
  expect(views.told).toEqual(['hud it 1', 'hud it 1']);
  await (
    await sandbox.launch('it', [{ arguments: {}, launchContext: { from: 'it' } }])
  ).ended;
  await expect.poll(() => views.told).toHaveLength(4);
  expect(views.told.slice(2)).toEqual(['hud it 1', 'hud other 1 it background {}']);
  expect(sandbox.build).toBe(1);
});

test('what a launched command leaves behind ends with it, but a toast that can be acted on', async () => {
  const { sandbox, views } = await runRaycast(
    {
      'src/it.tsx': `
import { showHUD } from '@raycast/api';
export default function It() { setTimeout(() => showHUD('late'), 50); }`,
      'src/other.tsx': `
import { showHUD, showToast } from '@raycast/api';
export default async function Other() {
  await new Promise((done) => setTimeout(done, 100));
  await showToast({ title: 'Saved', primaryAction: { title: 'Undo', onAction: () => showHUD('undone') } });
}`,
    },
    { permissions: ['notifications'], facts: { commands } },
  );
  await (
    await sandbox.launch('it')
  ).ended;
  await (
    await sandbox.launch('other')
  ).ended;
  expect(views.told).toEqual([]);
  await expect.poll(() => views.toasts).toHaveLength(1);
  views.choose(0);
  await expect.poll(() => views.told).toEqual(['hud undone']);
  await (
    await sandbox.launch('it')
  ).ended;
  expect(sandbox.launched).toEqual([]);
});

test('launches end with their build, and one that loops ends alone', async () => {
  const view = `
import { Detail } from '@raycast/api';
export default () => <Detail markdown="# Here" />;`;
  const running = await runRaycast(
    { 'src/it.tsx': view, 'src/other.tsx': 'export default () => { for (;;); };' },
    {
      facts: { commands: [command('it', 'view'), command('other', 'no-view')] },
      limits: { sliceMs: 300 },
    },
  );
  const { sandbox, views, stops } = running;
  const { ended } = await sandbox.launch('it');
  await expect.poll(() => findParts(views.view, 'detail')).toHaveLength(1);
  await expect((await sandbox.launch('other')).ended).rejects.toMatchObject({ reason: 'slow' });
  expect(stops).toEqual([]);
  expect(views.view).not.toBeNull();
  await running.load({ 'src/it.tsx': view, 'src/other.tsx': view });
  await ended;
  expect(views.view).toBeNull();
  expect(sandbox.build).toBe(2);
});
