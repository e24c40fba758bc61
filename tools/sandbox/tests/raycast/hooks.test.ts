import { expect, test } from 'vitest';
import { findParts, runRaycast } from '../../test/run-raycast.ts';

const command = (hooks: string, body: string) => ({
  'src/it.tsx': `
import { Action, ActionPanel, Detail, Form, List } from '@raycast/api';
import { ${hooks} } from '@raycast/utils';
export default function It() {
${body}
}`,
});

type Running = Awaited<ReturnType<typeof runRaycast>>;

const markdown = ({ views }: Running) => findParts(views.view, 'detail')[0]?.props['markdown'];

test('usePromise() gives what a function gives, and runs it again', async () => {
  const running = await runRaycast(
    command(
      'usePromise',
      `
  const { data, isLoading, revalidate } = usePromise(async (name) => name + ' ' + Math.random(), ['tide']);
  return <Detail isLoading={isLoading} markdown={data ?? 'none'} actions={<ActionPanel><Action title="Again" onAction={revalidate} /></ActionPanel>} />;`,
    ),
  );
  void running.sandbox.runCommand('it');
  await expect.poll(() => markdown(running)).toMatch(/^tide 0\./);
  const first = markdown(running);
  running.views.call(findParts(running.views.view, 'action')[0]?.props['onAction']);
  await expect.poll(() => markdown(running)).not.toBe(first);
});

test('useFetch() asks the network behind its permission, and tells of what fails', async () => {
  const fetched = (status: number) => ({
    network: {
      fetch: async () => ({
        url: 'https://tide.example/',
        redirected: false,
        status,
        statusText: status === 200 ? 'OK' : 'Gone',
        headers: [['content-type', 'application/json']] as [string, string][],
        body: (async function* () {
          yield new TextEncoder().encode('{"tide":"high"}');
        })(),
      }),
    } as never,
  });
  const code = command(
    'useFetch',
    `
  const { data, error, isLoading } = useFetch('https://tide.example/', { onError: () => undefined });
  return <Detail isLoading={isLoading} markdown={error ? 'failed: ' + error.message : JSON.stringify(data ?? null)} />;`,
  );
  const well = await runRaycast(code, { permissions: ['network'], services: fetched(200) });
  void well.sandbox.runCommand('it');
  await expect.poll(() => markdown(well)).toBe('{"tide":"high"}');
  const gone = await runRaycast(code, { permissions: ['network'], services: fetched(410) });
  void gone.sandbox.runCommand('it');
  await expect.poll(() => markdown(gone)).toBe('failed: Gone');
  const refused = await runRaycast(code, { services: fetched(200) });
  void refused.sandbox.runCommand('it');
  await expect.poll(() => markdown(refused)).toContain('"network"');
});

test('useCachedState() and useCachedPromise() begin with what was kept', async () => {
  const kept = new Map<string, string>();
  const storage = {
    get: async (key: string) => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : undefined),
    set: async (key: string, json: string) => void kept.set(key, json),
  } as never;
  const code = command(
    'useCachedPromise, useCachedState',
    `
  const [count, setCount] = useCachedState('count', 0);
  const { data, isLoading } = useCachedPromise(async () => { await new Promise((done) => setTimeout(done, 200)); return 'loaded'; }, [], { keepPreviousData: true });
  return <Detail isLoading={isLoading} markdown={count + ' ' + (data ?? 'none')} actions={<ActionPanel><Action title="More" onAction={() => setCount((before) => before + 1)} /></ActionPanel>} />;`,
  );
  const first = await runRaycast(code, { services: { storage } });
  void first.sandbox.runCommand('it');
  await expect.poll(() => markdown(first)).toBe('0 none');
  first.views.call(findParts(first.views.view, 'action')[0]?.props['onAction']);
  await expect.poll(() => markdown(first)).toBe('1 loaded');
  await expect.poll(() => [...kept.values()].join()).toContain('loaded');
  const second = await runRaycast(code, { services: { storage } });
  void second.sandbox.runCommand('it');
  await expect.poll(() => markdown(second)).toBe('1 loaded');
  expect(findParts(second.views.view, 'detail')[0]?.props['isLoading']).toBe(true);
});

test('useForm() holds a form to its rules', async () => {
  const running = await runRaycast(
    command(
      'FormValidation, useForm',
      `
  const { handleSubmit, itemProps } = useForm({
    onSubmit: (values) => console.log(JSON.stringify(values)),
    validation: { name: FormValidation.Required },
  });
  return <Form actions={<ActionPanel><Action.SubmitForm onSubmit={handleSubmit} /></ActionPanel>}><Form.TextField title="Name" {...itemProps.name} /></Form>;`,
    ),
  );
  const { sandbox, views, logs } = running;
  void sandbox.runCommand('it');
  const field = () => findParts(views.view, 'form-text')[0]?.props ?? {};
  await expect.poll(() => field()['title']).toBe('Name');
  const submit = () => findParts(views.view, 'action')[0]?.props['onSubmit'];
  views.call(submit(), { name: '' });
  await expect.poll(() => field()['error']).toBe('The item is required');
  views.call(field()['onChange'], 'Neap');
  await expect.poll(() => field()['value']).toBe('Neap');
  views.call(submit(), { name: 'Neap' });
  await expect.poll(() => logs.map(({ text }) => text)).toEqual(['{"name":"Neap"}']);
});

test('a hook that fails tells of it without reading files', async () => {
  const running = await runRaycast(
    command(
      'usePromise',
      `
  const { error } = usePromise(async () => { throw new Error('no tide'); });
  return <Detail markdown={error?.message ?? 'none'} />;`,
    ),
    { permissions: ['notifications'] },
  );
  void running.sandbox.runCommand('it');
  await expect.poll(() => running.views.toasts.map(({ message }) => message)).toEqual(['no tide']);
  expect(running.calls.map(({ api }) => api)).not.toContain('readFileSync');
});
