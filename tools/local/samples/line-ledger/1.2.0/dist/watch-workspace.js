import { fs } from '@orchestra/api';

/** Saving all files at once should be one count, not twenty. */
const quietMilliseconds = 2000;

/**
 * Calls back once files of the workspace have changed and then rested; returns what ends it.
 *
 * @param {() => void} onSettled
 */
export function watchWorkspace(onSettled) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const watcher = fs.watch('**', () => {
    clearTimeout(timer);
    timer = setTimeout(onSettled, quietMilliseconds);
  });
  return {
    dispose() {
      clearTimeout(timer);
      watcher.dispose();
    },
  };
}
