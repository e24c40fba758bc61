import { expect, test } from 'vitest';
import { renderImport } from './render-import.ts';

const at = new Date('2026-01-02T03:04:05.000Z');
const parent = 'a'.repeat(40);

test.each([
  'featured.json',
  'extensions/gi/t-/git-lens.json',
  'extensions/ab/-c/ab-c.json',
  'submissions/git-lens/1.0.0-rc.1.json',
])('renderImport() takes the path %j', (path) => {
  expect(render({ path })).toContain(`M 100644 inline registry-index/${path}\ndata 3\n{}\n`);
  expect(render({ path, content: null })).toContain(`D registry-index/${path}\n`);
});

test.each([
  'a\nM 100644 inline evil',
  '"quoted"',
  'a b',
  'a\0b',
  'a\r',
  '../config.json',
  'a/../b',
  '/etc/passwd',
  'a//b',
  'a/',
  '.git/config',
  '',
])('renderImport() refuses the path %j', (path) => {
  const refused = expect.objectContaining({ code: 'git-failed' });
  expect(() => render({ path })).toThrow(refused);
  expect(() => render({ path, content: null })).toThrow(refused);
});

test.each(['', 'main', `${parent}\nreset refs/heads/main`, `${parent}^0`, parent.toUpperCase()])(
  'renderImport() refuses the parent %j',
  (bad) => {
    expect(() => render({ path: 'a', parent: bad })).toThrow(
      expect.objectContaining({ code: 'git-failed' }),
    );
  },
);

function render(of: { path: string; content?: string | null; parent?: string }): string {
  const { path, content = '{}\n' } = of;
  return renderImport({
    parent: of.parent ?? parent,
    root: 'registry-index',
    changes: [{ path, content }],
    message: 'Change\n',
    at,
  });
}
