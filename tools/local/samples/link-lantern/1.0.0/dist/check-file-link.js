import { fs } from '@orchestra/api';

/**
 * Why a link to a file leads nowhere; null where the file or folder is there.
 *
 * @param {string} path
 */
export async function checkFileLink(path) {
  return (await fs.exists(path)) ? null : 'no such file';
}
