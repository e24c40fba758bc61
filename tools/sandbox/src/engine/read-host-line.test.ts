import { expect, test } from 'vitest';
import { readAnswered, readHead, readLoad, readSetup } from './read-host-line.ts';

test.each([
  ['{"type":"stop","build":12}', { type: 'stop', build: 12 }],
  ['{"type":"run","build":3,"call":1,"args":{"type":"stop","build":4}}', { type: 'run', build: 3 }],
])('readHead() reads %s', (line, expected) => {
  expect(readHead(line)).toEqual(expected);
});

test.each(['', '{}', '{"build":1,"type":"stop"}', '{"type":"stop","build":"1"}', ' {"type":"a"'])(
  'readHead() refuses %s',
  (line) => {
    expect(() => readHead(line)).toThrow('The host sent no message');
  },
);

test.each([
  ['{"type":"result","build":3,"call":12,"outcome":{"ok":true}}', 12],
  ['{"type":"end","build":3,"call":12}', null],
  ['{"type":"result","build":3,"outcome":{"call":12,"x":1}}', null],
])('readAnswered() reads %s', (line, expected) => {
  expect(readAnswered(line)).toBe(expected);
});

const load = {
  type: 'load',
  kind: 'native',
  build: 1,
  name: 'a',
  code: '',
  mode: 'test',
  paths: {},
  state: {},
};

test('readLoad() gives the whole message', () => {
  expect(readLoad(JSON.stringify(load))).toEqual(load);
});

test.each([
  { type: 'run' },
  { kind: undefined },
  { build: '1' },
  { code: undefined },
  { name: 1 },
  { mode: null },
  { paths: null },
  { state: 'none' },
])('readLoad() refuses %j in it', (change) => {
  expect(() => readLoad(JSON.stringify({ ...load, ...change }))).toThrow('no code to load');
});

const limits = { isolateBytes: 1, sliceMs: 1, messageBytes: 1, unsentBytes: 1, openCalls: 1 };
const setup = { guest: '/guest.js', addon: '/addon.node', limits };

test('readSetup() gives what an engine is started with', () => {
  expect(readSetup(JSON.stringify(setup))).toEqual(setup);
});

test.each([
  undefined,
  'null',
  JSON.stringify({ ...setup, guest: undefined }),
  JSON.stringify({ ...setup, addon: 1 }),
  JSON.stringify({ ...setup, limits: { ...limits, sliceMs: 0.5 } }),
  JSON.stringify({ ...setup, limits: {} }),
])('readSetup() refuses %s', (argument) => {
  expect(() => readSetup(argument)).toThrow('An engine is started with its setup.');
});
