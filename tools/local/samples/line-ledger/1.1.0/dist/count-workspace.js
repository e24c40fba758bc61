import { fs } from '@orchestra/api';
import { countText } from './count-text.js';
import { findNotes } from './find-notes.js';
import { languageOf } from './languages.js';
import { listFiles } from './list-files.js';

/**
 * @import { Note } from './find-notes.js'
 * @typedef {{ files: number, lines: number, blank: number, words: number }} Sums
 * @typedef {Sums & { language: string }} Row What is counted of a language.
 * @typedef {Note & { path: string }} FileNote
 * @typedef {Row & { notes: FileNote[] }} Count What is counted of a file.
 * @typedef {{ total: Sums, rows: Row[], notes: FileNote[] }} Ledger
 */

const nothing = { files: 0, lines: 0, blank: 0, words: 0 };

/**
 * What stands in the ledger where no folder is open.
 *
 * @type {Ledger}
 */
export const nothingOpen = { total: nothing, rows: [], notes: [] };

/** Read at once: enough to keep a disk busy, few enough to keep memory small. */
const batchSize = 32;

/**
 * Counts every file below a folder whose language is known, and collects the notes in them.
 *
 * @param {string} root
 * @param {{ exclude: string[], noteWords: string[] }} rules
 * @returns {Promise<Ledger>}
 */
export async function countWorkspace(root, { exclude, noteWords }) {
  const paths = await listFiles(root, { exclude });
  const counts = [];
  for (let at = 0; at < paths.length; at += batchSize) {
    const batch = paths.slice(at, at + batchSize);
    counts.push(...(await Promise.all(batch.map((path) => countFile(path, noteWords)))));
  }
  return toLedger(counts.filter((count) => count !== null));
}

/**
 * @param {string} path
 * @param {string[]} noteWords
 * @returns {Promise<Count | null>}
 */
async function countFile(path, noteWords) {
  const language = languageOf(path);
  const text = language === undefined ? null : await readText(path);
  if (language === undefined || text === null) return null;
  const notes = findNotes(text, noteWords).map((note) => ({ path, ...note }));
  return { language, files: 1, notes, ...countText(text) };
}

/**
 * A file may be gone since its folder was listed: then it doesn't count.
 *
 * @param {string} path
 */
async function readText(path) {
  try {
    return await fs.readFile(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * @param {Count[]} counts
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
  return {
    total,
    rows: rows.sort((left, right) => right.lines - left.lines),
    notes: counts.flatMap((count) => count.notes),
  };
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
