import type { ChildProcess } from 'node:child_process';
import type { Wall } from '../confine/find-wall.ts';
import type { GuestPaths } from '../guest/state.ts';
import type { ExtensionKind } from '../protocol/messages.ts';
import type { sandboxLimits } from '../protocol/limits.ts';
import type { HostServices, ServiceEvents } from '../services/services.ts';
import type { BuildError } from './build-error.ts';
import type { CallRecord } from './call-record.ts';
import type { LogLine } from './console-log.ts';
import type { EngineFiles } from '../programs/bundle-engine.ts';

/** Who is told of what happens in a sandbox. */
export interface SandboxListener {
  onCall(record: CallRecord): void;
  onLog(line: LogLine): void;
  /** A build was stopped while it ran; the last good one is started again, unless that happens too often. */
  onStopped(error: BuildError, goesOn: boolean): void;
}

/** What a sandbox is made of. */
export interface SandboxOptions {
  files: EngineFiles;
  wall: Wall;
  /** Gives an engine that runs behind that wall already, with the usual limits; null once it has none. */
  takeStarted?: () => ChildProcess | null;
  extension: {
    /** Whose API it is written for: `native` where nothing is said. */
    kind?: ExtensionKind;
    /** What package.json declares: the gate lets nothing else through. */
    permissions: readonly string[];
    paths: GuestPaths;
    mode: 'production' | 'development' | 'test';
  };
  /** Called once. What services tell is told to the extension. */
  makeServices(events: ServiceEvents): HostServices;
  listener: SandboxListener;
  limits?: Partial<Record<keyof typeof sandboxLimits, number>>;
}
