import { fs } from '@orchestra/api';
import { findLinks } from './find-links.js';

/**
 * @import { Link } from './find-links.js'
 * @typedef {Link & { file: string }} FileLink
 */

const skipped = new Set(['node_modules', 'vendor', 'dist', 'build', 'target']);

/**
 * Reads every Markdown file below a folder and returns its links: `{file, line, target}`.
 *
 * @param {string} root
 * @returns {Promise<FileLink[]>}
 */
export async function collectLinks(root) {
  const links = [];
  for (const file of await listMarkdown(root)) {
    const text = await fs.readFile(file, 'utf8');
    links.push(...findLinks(text).map((link) => ({ file, ...link })));
  }
  return links;
}

/** @param {string} root */
async function listMarkdown(root) {
  const files = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const { name, type } of await fs.readDir(folder)) {
      const path = `${folder}/${name}`;
      if (type === 'file' && /\.(?:md|markdown|mdx)$/i.test(name)) files.push(path);
      if (type === 'directory' && !name.startsWith('.') && !skipped.has(name)) waiting.push(path);
    }
  }
  return files.sort();
}
