import { fs } from '@orchestra/api';

/** Folders that hold what others wrote or what a build made. */
const skipped = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'dist',
  'build',
  'out',
  'target',
  'coverage',
  '__pycache__',
]);

/**
 * Paths of all files below a folder, without hidden, foreign and generated ones.
 *
 * @param {string} root
 */
export async function listFiles(root) {
  const files = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const { name, type } of await fs.readDir(folder)) {
      if (name.startsWith('.')) continue;
      if (type === 'file') files.push(`${folder}/${name}`);
      else if (type === 'directory' && !skipped.has(name)) waiting.push(`${folder}/${name}`);
    }
  }
  return files.sort();
}
