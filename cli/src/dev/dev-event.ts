import { type Static, Type } from 'typebox';
import { LookSchema } from '@orchestra/textmate';
import { comparedProperties } from '../permissions/compared-permissions.ts';

const text = Type.String();
const whole = Type.Integer({ minimum: 0 });
const place = Type.String({ description: 'In the sources of the author: `src/main.ts:12:5`.' });
const maybePlace = Type.Union([place, Type.Null()]);
const time = Type.String({ description: 'ISO 8601.' });

function event<T extends string, P extends Record<string, object>>(type: T, properties: P) {
  return Type.Object({ type: Type.Literal(type), ...properties }, { additionalProperties: false });
}

/** Something that is wrong in the code or in the manifest. */
const fault = Type.Object(
  {
    message: text,
    place: maybePlace,
    hint: Type.Optional(text),
    causes: Type.Optional(
      Type.Array(text, {
        description:
          'What is behind an error: `Caused by TypeError: it has no name, at src/main.ts:3:5`.',
      }),
    ),
    excerpt: Type.Optional(Type.String({ description: 'The line, and below it a mark.' })),
  },
  { additionalProperties: false },
);

/** What `dev` tells with `--json`: one of these a line. Later versions may add types and members. */
export const DevEventSchema = Type.Union([
  event('confined', {
    wall: Type.Enum(['bwrap', 'unshare', 'none']),
    why: Type.Optional(text),
    hint: Type.Optional(text),
  }),
  event('ready', {
    build: whole,
    cause: Type.Enum(['start', 'save', 'manifest', 'reload']),
    durationMs: whole,
    commands: Type.Array(Type.Object({ id: text, title: text, registered: Type.Boolean() })),
  }),
  event('build-failed', {
    stage: Type.Enum(['manifest', 'bundle', 'load']),
    faults: Type.Array(fault),
    goesOn: Type.Boolean({ description: 'Whether the build before runs on.' }),
  }),
  event('checked', { errors: whole, warnings: whole, faults: Type.Array(fault) }),
  event('call', {
    build: whole,
    time,
    api: text,
    permissions: Type.Union([Type.Array(text), Type.Null()]),
    isAllowed: Type.Boolean(),
    place: maybePlace,
    durationMs: whole,
    error: Type.Optional(text),
  }),
  event('log', { build: whole, time, level: text, text, place: maybePlace }),
  event('shown', {
    what: Type.Enum([
      'notification',
      'quick-pick',
      'input-box',
      'status-bar',
      'progress',
      'webview',
      'webview-message',
      'terminal',
      'program',
      'view',
      'toast',
      'hud',
      'alert',
      'open',
      'copied',
      'pasted',
      'shown-in-folder',
      'subtitle',
      'preferences',
      'output',
      'tree',
      'diagnostics',
    ]),
    text,
    file: Type.Optional(
      Type.String({ description: 'Where a page was written, below the folder of the extension.' }),
    ),
    answer: Type.Optional(
      Type.Enum(['left', 'refused'], { description: 'Where there was nobody to ask.' }),
    ),
  }),
  event('stopped', {
    build: whole,
    reason: text,
    message: text,
    place: maybePlace,
    goesOn: Type.Boolean({ description: 'Whether the build is started again.' }),
  }),
  event('result', {
    command: text,
    ok: Type.Boolean(),
    durationMs: whole,
    value: Type.Optional(Type.String({ description: 'As text, at most 2,000 characters.' })),
    fault: Type.Optional(fault),
  }),
  event('contributed', {
    items: Type.Array(
      Type.Object({
        kind: Type.Enum(['theme', 'grammar', 'icons', 'snippets']),
        label: text,
        path: text,
      }),
      { description: 'What `v` and `--run show` show, by number.' },
    ),
  }),
  event('look', { look: LookSchema }),
  event('compared', comparedProperties),
]);

/** See {@link DevEventSchema}. */
export type DevEvent = Static<typeof DevEventSchema>;

/** An event of one type. */
export type DevEventOf<T extends DevEvent['type']> = Extract<DevEvent, { type: T }>;

/** Something wrong, with its place. */
export type DevFault = DevEventOf<'build-failed'>['faults'][number];
