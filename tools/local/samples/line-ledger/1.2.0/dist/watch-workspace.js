import { fs } from '@orchestra/api';

/** Saving all files at once should be one count, not twenty. */
const quietMilliseconds = 2000;

/** Calls back once files below a folder have changed and then rested; returns what ends it. */
export function watchWorkspace(root, onSettled) {
  let timer;
  const watcher = fs.watch(root, () => {
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
