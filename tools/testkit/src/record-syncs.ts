import { readlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** What was made durable since the recording began. */
export interface SyncRecording extends Disposable {
  /** Paths of files and folders, in the order in which they were synced. */
  paths: string[];
  /** Called right before each sync, with the path. */
  onSync: (path: string) => void;
}

/**
 * Records which files and folders this process makes durable (`fsync`). Each is really synced as well. Linux
 * alone tells the path of an open file; elsewhere paths are empty.
 */
export async function recordSyncs(): Promise<SyncRecording> {
  const { prototype } = (await openedFile()).constructor;
  const real = prototype.sync;
  const recording: SyncRecording = {
    paths: [],
    onSync: () => {},
    [Symbol.dispose]: () => {
      prototype.sync = real;
    },
  };
  prototype.sync = function sync(this: { fd: number }) {
    const path = pathOf(this.fd);
    recording.paths.push(path);
    recording.onSync(path);
    return real.call(this);
  };
  return recording;
}

async function openedFile() {
  await using file = await open(import.meta.filename, 'r');
  return file;
}

function pathOf(fd: number): string {
  return process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${fd}`) : '';
}
