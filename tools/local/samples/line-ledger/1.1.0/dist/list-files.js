import { fs } from '@orchestra/api';

/**
 * Paths of all files below a folder, without hidden ones and the folders to leave out.
 *
 * @param {string} root
 * @param {{ exclude: string[] }} rules
 */
export async function listFiles(root, { exclude }) {
  const skipped = new Set(exclude);
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
