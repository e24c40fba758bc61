import type { LoadMessage } from '../protocol/messages.ts';
import type { EngineSetup } from './engine-setup.ts';

/*
 * What an engine reads comes from the host that started it and that has all power over it. So that an engine
 * starts at once, no more is checked than that it is meant for this protocol; no schema is compiled for it.
 */

/** What every message of the host has. */
export interface MessageHead {
  type: string;
  build: number;
}

/** Reads what a line begins with, e.g. `{"type":"run","build":1,`. @throws TypeError where it is no message */
export function readHead(line: string): MessageHead {
  const [, type, build] = /^\{"type":"(\w+)","build":(\d+)[,}]/.exec(line) ?? [];
  if (type !== undefined && build !== undefined) return { type, build: Number(build) };
  throw new TypeError(`The host sent no message: ${line.slice(0, 100)}`);
}

/** The number of the call that a line of the type `result` answers; null for any other line. */
export function readAnswered(line: string): number | null {
  const [, call] = /^\{"type":"result","build":\d+,"call":(\d+),/.exec(line) ?? [];
  return call === undefined ? null : Number(call);
}

/** Reads a whole message of the type `load`. @throws TypeError where it is none */
export function readLoad(line: string): LoadMessage {
  const value: unknown = JSON.parse(line);
  if (isLoad(value)) return value;
  throw new TypeError('The host sent no code to load.');
}

function isLoad(value: unknown): value is LoadMessage {
  return (
    isRecord(value) &&
    value['type'] === 'load' &&
    typeof value['build'] === 'number' &&
    ['kind', 'name', 'code', 'mode'].every((name) => typeof value[name] === 'string') &&
    isRecord(value['paths']) &&
    isRecord(value['state'])
  );
}

/** Reads the one argument of an engine. @throws TypeError where it is no setup */
export function readSetup(argument: string | undefined): EngineSetup {
  const value: unknown = JSON.parse(argument ?? 'null');
  if (isSetup(value)) return value;
  throw new TypeError('An engine is started with its setup.');
}

function isSetup(value: unknown): value is EngineSetup {
  if (!isRecord(value)) return false;
  const { guest, addon, limits } = value;
  return (
    typeof guest === 'string' &&
    typeof addon === 'string' &&
    isRecord(limits) &&
    limitNames.every((name) => Number.isInteger(limits[name]))
  );
}

const limitNames = [
  'isolateBytes',
  'sliceMs',
  'messageBytes',
  'unsentBytes',
  'openCalls',
] as const satisfies readonly (keyof EngineSetup['limits'])[];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
