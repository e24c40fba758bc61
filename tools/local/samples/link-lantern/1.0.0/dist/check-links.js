import { checkFileLink } from './check-file-link.js';
import { checkWebLink } from './check-web-link.js';

/**
 * @import { FileLink } from './collect-links.js'
 * @typedef {FileLink & { reason: string }} Finding
 */

/** Requests at once. */
const lanes = 8;

/**
 * Checks links, each address once however often it stands there; returns those that lead nowhere.
 *
 * @param {FileLink[]} links
 * @param {{ root: string, onProgress: (done: number, total: number) => void }} options
 */
export async function checkLinks(links, { root, onProgress }) {
  const groups = [...Map.groupBy(links, (link) => addressOf(link, root))];
  /** @type {Finding[]} */
  const findings = [];
  let next = 0;
  let done = 0;

  async function runLane() {
    while (next < groups.length) {
      const [address, places] = groups[next++];
      const reason = await check(address);
      if (reason !== null) findings.push(...places.map((link) => ({ ...link, reason })));
      onProgress(++done, groups.length);
    }
  }

  await Promise.all(Array.from({ length: lanes }, runLane));
  return findings.sort(byPlace);
}

/**
 * The address of a web page, the path of a file, or nothing for what can't be checked.
 *
 * @param {FileLink} link
 * @param {string} root
 */
function addressOf({ target, file }, root) {
  if (/^https?:\/\//i.test(target)) return target.split('#', 1)[0];
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(target)) return '';
  const path = decodePath(target.split(/[?#]/, 1)[0]);
  const from = path.startsWith('/') ? root : file.slice(0, file.lastIndexOf('/'));
  return normalize(`${from}/${path}`);
}

/** @param {string} address */
function check(address) {
  if (address === '') return null;
  return address.startsWith('http') ? checkWebLink(address) : checkFileLink(address);
}

/** @param {string} path */
function decodePath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @param {string} path */
function normalize(path) {
  const parts = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}

/**
 * @param {Finding} left
 * @param {Finding} right
 */
function byPlace(left, right) {
  return left.file.localeCompare(right.file) || left.line - right.line;
}
