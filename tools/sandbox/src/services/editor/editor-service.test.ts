import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { coded, openServicesForEach } from '../../../test/open-services.ts';

const opened = openServicesForEach();

const at = (line: number, column: number) => ({ line, column });

test('the editor opens, edits and saves', async () => {
  const { editor } = opened.services;
  expect(editor.active()).toBeNull();
  const state = await editor.open('sub/b.ts', { line: 1, column: 7 });
  const path = opened.top.join('work/sub/b.ts');
  expect(state).toEqual({
    document: { path, languageId: 'typescript', isDirty: false, text: 'const tide = 1;\n' },
    selection: { start: at(0, 6), end: at(0, 6) },
  });
  const edits = [
    { range: { start: at(0, 13), end: at(0, 14) }, text: '2' },
    { range: { start: at(0, 6), end: at(0, 10) }, text: 'ebb' },
    { range: { start: at(1, 0), end: at(1, 0) }, text: '// end' },
  ];
  expect(await editor.edit(path, edits)).toBe(true);
  expect(editor.active()?.document).toMatchObject({
    isDirty: true,
    text: 'const ebb = 2;\n// end',
  });
  expect(await editor.save(path)).toBe(true);
  expect(editor.active()?.document.isDirty).toBe(false);
  expect(new TextDecoder().decode(await opened.services.fs.readFile(path))).toBe(
    'const ebb = 2;\n// end',
  );
  expect(opened.told.events).toEqual([
    ['editor'],
    ['document', path],
    ['editor'],
    ['document', path],
    ['editor'],
  ]);
  editor.select({ start: at(0, 0), end: at(9, 99) });
  expect(editor.active()?.selection.end).toEqual(at(1, 6));
});

test('the editor refuses edits that do not fit, and keeps the document', async () => {
  const { editor } = opened.services;
  await editor.open('a.txt', {});
  const edit = (start: object, end: object) =>
    editor.edit('a.txt', [
      { range: Object.assign({ start: at(0, 0), end: at(0, 0) }, { start, end }), text: 'x' },
    ]);
  for (const [start, end] of [
    [at(0, 0), at(0, 9)],
    [at(3, 0), at(3, 0)],
    [at(0, 2), at(0, 1)],
    [at(-1, 0), at(0, 0)],
    [at(0, 0.5), at(0, 1)],
  ] as const) {
    await expect(edit(start, end)).rejects.toThrowError(coded('invalid-argument'));
  }
  const twice = { range: { start: at(0, 0), end: at(0, 3) }, text: '' };
  await expect(editor.edit('a.txt', [twice, twice])).rejects.toThrowError(
    coded('invalid-argument', 'overlap'),
  );
  expect(editor.active()?.document).toMatchObject({
    isDirty: false,
    text: 'The tide\r\nis high, Tide.\n',
  });
  expect(await editor.edit('sub/b.ts', [])).toBe(false);
  expect(await editor.save('sub/b.ts')).toBe(false);
});

test('the editor opens text of the workspace only, and saves over no changes of others', async () => {
  const { editor } = opened.services;
  await writeFile(opened.top.join('work/bytes'), new Uint8Array([255, 254, 0]));
  await expect(editor.open('bytes', {})).rejects.toThrowError(coded('not-text'));
  await expect(editor.open(opened.top.join('extension/package.json'), {})).rejects.toThrowError(
    coded('outside-workspace'),
  );
  await expect(editor.open('none', {})).rejects.toThrowError(coded('not-found'));
  await editor.open('a.txt', {});
  await writeFile(opened.top.join('work/a.txt'), 'of another');
  await editor.edit('a.txt', [{ range: { start: at(0, 0), end: at(0, 0) }, text: 'x' }]);
  expect(await editor.save('a.txt')).toBe(false);
  expect(new TextDecoder().decode(await opened.services.fs.readFile('a.txt'))).toBe('of another');
});
