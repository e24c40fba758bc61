import { expect, test } from 'vitest';
import { findParts, runRaycast } from '../../test/run-raycast.ts';

const view = (body: string, before = '') => ({
  'src/it.tsx': `
import { Action, ActionPanel, Detail, List } from '@raycast/api';
import { useEffect, useState } from 'react';
${before}
export default function Hostile() {
${body}
}`,
});

test('a handler of what is gone does nothing', async () => {
  const { sandbox, views, logs } = await runRaycast(
    view(`
  const [isThere, setThere] = useState(true);
  const once = <Action title="Once" onAction={() => { console.log('acted'); setThere(false); }} />;
  return <List><List.Item title="a" actions={<ActionPanel>{isThere ? once : null}</ActionPanel>} /></List>;`),
  );
  void sandbox.runCommand('it');
  await expect.poll(() => findParts(views.view, 'action')).toHaveLength(1);
  const handler = findParts(views.view, 'action')[0]?.props['onAction'];
  views.call(handler);
  await expect.poll(() => findParts(views.view, 'action')).toHaveLength(0);
  views.call(handler);
  views.call({ $call: 12_345 });
  views.call('nonsense');
  views.back();
  await expect.poll(() => views.view).toBeNull();
  views.call(handler);
  expect(logs.map(({ text }) => text)).toEqual(['acted']);
});

test('props that contain themselves, getters that throw and functions of any depth are no harm', async () => {
  const { sandbox, views, logs } = await runRaycast(
    view(`
  const circle = { name: 'circle' };
  circle.self = circle;
  const deep = { a: { b: { c: () => console.log('deep') } } };
  return <List><List.Item title="a" circle={circle} deep={deep} symbol={Symbol('s')} big={10n} element={<b />} /></List>;`),
  );
  void sandbox.runCommand('it');
  await expect.poll(() => findParts(views.view, 'list-item')).toHaveLength(1);
  const props = findParts(views.view, 'list-item')[0]?.props ?? {};
  expect(props['circle']).toEqual({ name: 'circle' });
  expect(props).toMatchObject({ symbol: 'Symbol(s)', big: '10' });
  expect(props).not.toHaveProperty('element');
  const { a } = props['deep'] as { a: { b: { c: unknown } } };
  views.call(a.b.c);
  await expect.poll(() => logs.map(({ text }) => text)).toEqual(['deep']);
});

test('a view that renders without end ends its command, and the extension goes on', async () => {
  const { sandbox } = await runRaycast(
    view(`const [n, set] = useState(0); set(n + 1); return <Detail markdown="a" />;`),
  );
  await expect(sandbox.runCommand('it')).rejects.toThrow('Too many re-renders');
  expect(sandbox.isRunning).toBe(true);
});

test.each([
  [
    'by a timer',
    `useEffect(() => { const timer = setInterval(() => set((before) => before + 1)); return () => clearInterval(timer); }, []);`,
  ],
  ['by its own effects', `useEffect(() => set(n + 1));`],
])(
  'a view that changes all the time %s is shown as often as a picture is made, and can be left',
  async (_, effect) => {
    const { sandbox, views } = await runRaycast(
      view(`const [n, set] = useState(0);\n${effect}\nreturn <Detail markdown={String(n)} />;`),
    );
    const ran = sandbox.runCommand('it');
    const shown = () => Number(findParts(views.view, 'detail')[0]?.props['markdown'] ?? 0);
    await expect.poll(shown).toBeGreaterThan(100);
    expect(views.pictures).toBeLessThan(shown());
    views.back();
    await ran;
  },
);

test('a view of a million rows uses up the memory of the build, and of nothing else', async () => {
  const { sandbox, stops, load } = await runRaycast(
    view(
      `return <List>{Array.from({ length: 1e6 }, (_, at) => <List.Item key={at} title={'row ' + at} />)}</List>;`,
    ),
  );
  await expect(sandbox.runCommand('it')).rejects.toMatchObject({ reason: 'memory' });
  await expect.poll(() => stops.length).toBe(1);
  await load(view(`return <Detail markdown="well" />;`));
  expect(sandbox.isRunning).toBe(true);
});

test('a view that is too large to be sent is told, and the one before stays', async () => {
  const { sandbox, views, logs } = await runRaycast(
    view(`
  const [text, set] = useState('small');
  useEffect(() => { setTimeout(() => set('x'.repeat(9_000_000)), 100); }, []);
  return <Detail markdown={text} />;`),
  );
  void sandbox.runCommand('it');
  await expect.poll(() => logs.map(({ text }) => text).join()).toMatch(/More than 8 MB/);
  expect(findParts(views.view, 'detail')[0]?.props['markdown']).toBe('small');
});

test('a build that has spoilt what is global is its own harm: the next one shows its view', async () => {
  const spoilt = `
Object.entries = Object.fromEntries = () => { throw new Error('taken'); };
JSON.stringify = () => '{"type":"call"}';
Array.prototype.map = () => [];
`;
  const { sandbox, views, load, calls } = await runRaycast(
    view(`return <Detail markdown="spoilt" />;`, spoilt),
  );
  const ran = sandbox.runCommand('it').catch(() => undefined);
  await load(view(`return <Detail markdown="well" />;`));
  void sandbox.runCommand('it');
  await expect.poll(() => findParts(views.view, 'detail')[0]?.props['markdown']).toBe('well');
  await ran;
  expect(calls.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
});
