import { fs } from '@orchestra/api';
import { countText } from './count-text.js';
import { languageOf } from './languages.js';
import { listFiles } from './list-files.js';

/**
 * @typedef {{ files: number, lines: number, blank: number, words: number }} Sums
 * @typedef {Sums & { language: string }} Row What is counted of a file, or of all files of a language.
 * @typedef {{ total: Sums, rows: Row[] }} Ledger
 */

const nothing = { files: 0, lines: 0, blank: 0, words: 0 };

/**
 * What stands in the ledger where no folder is open.
 *
 * @type {Ledger}
 */
export const nothingOpen = { total: nothing, rows: [] };

/** Read at once: enough to keep a disk busy, few enough to keep memory small. */
const batchSize = 32;

/**
 * Counts every file below a folder whose language is known.
 *
 * @param {string} root
 * @returns {Promise<Ledger>}
 */
export async function countWorkspace(root) {
  const paths = await listFiles(root);
  const counts = [];
  for (let at = 0; at < paths.length; at += batchSize) {
    counts.push(...(await Promise.all(paths.slice(at, at + batchSize).map(countFile))));
  }
  return toLedger(counts.filter((count) => count !== null));
}

/**
 * @param {string} path
 * @returns {Promise<Row | null>}
 */
async function countFile(path) {
  const language = languageOf(path);
  if (language === undefined) return null;
  return { language, files: 1, ...countText(await fs.readFile(path, 'utf8')) };
}

/**
 * @param {Row[]} counts
 * @returns {Ledger}
 */
function toLedger(counts) {
  /** @type {Map<string, Sums>} */
  const byLanguage = new Map();
  let total = nothing;
  for (const count of counts) {
    byLanguage.set(count.language, add(byLanguage.get(count.language) ?? nothing, count));
    total = add(total, count);
  }
  const rows = [...byLanguage].map(([language, sums]) => ({ language, ...sums }));
  return { total, rows: rows.sort((left, right) => right.lines - left.lines) };
}

/**
 * @param {Sums} left
 * @param {Sums} right
 * @returns {Sums}
 */
function add(left, right) {
  return {
    files: left.files + right.files,
    lines: left.lines + right.lines,
    blank: left.blank + right.blank,
    words: left.words + right.words,
  };
}
