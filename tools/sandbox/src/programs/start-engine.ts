import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Wall } from '../confine/find-wall.ts';
import { startConfined } from '../confine/start-confined.ts';
import { engineFlags, type EngineSetup } from '../engine/engine-setup.ts';
import type { EngineFiles } from './bundle-engine.ts';

/** Starts an engine process behind a wall. */
export function startEngine(
  files: EngineFiles,
  { wall, limits }: { wall: Wall; limits: EngineSetup['limits'] },
): ChildProcessWithoutNullStreams {
  const { isolateBytes, sliceMs, messageBytes, unsentBytes, openCalls } = limits;
  const setup: EngineSetup = {
    guest: files.guest,
    addon: files.addon,
    limits: { isolateBytes, sliceMs, messageBytes, unsentBytes, openCalls },
  };
  return startConfined(
    {
      node: files.node,
      nodeArgs: engineFlags,
      script: files.engine,
      args: [JSON.stringify(setup)],
      readable: [files.guest, files.addon],
    },
    wall,
  );
}
