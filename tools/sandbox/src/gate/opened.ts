import type { OpenFile, RunningProgram, RunningModule } from '../services/services.ts';
import { Handles } from './handles.ts';

/** What a build has open, by the numbers that it is told. */
export interface Opened {
  files: Handles<OpenFile>;
  programs: Handles<RunningProgram & { close(): void }>;
  servers: Handles<RunningModule & { close(): void }>;
}

const mostFiles = 256;
const mostPrograms = 64;

/** Nothing that is open yet. */
export function makeOpened(): Opened {
  return {
    files: new Handles({ most: mostFiles, what: 'files' }),
    programs: new Handles({ most: mostPrograms, what: 'programs' }),
    servers: new Handles({ most: mostPrograms, what: 'servers' }),
  };
}
