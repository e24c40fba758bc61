import { fs } from '@orchestra/api';
import { findAnchors } from './find-anchors.js';

/**
 * Why a link to a file, or to a heading in it, leads nowhere; null where it is there.
 *
 * @param {string} address
 */
export async function checkFileLink(address) {
  const [path, anchor = ''] = address.split('#', 2);
  if (!(await fs.exists(path))) return 'no such file';
  if (anchor === '' || !/\.(?:md|markdown|mdx)$/i.test(path)) return null;
  const anchors = findAnchors(await fs.readFile(path, 'utf8'));
  return anchors.has(anchor.toLowerCase()) ? null : 'no such heading';
}
