import { fs } from '@orchestra/api';
import { countText } from './count-text.js';
import { languageOf } from './languages.js';
import { listFiles } from './list-files.js';

/** Read at once: enough to keep a disk busy, few enough to keep memory small. */
const batchSize = 32;

/** Counts every file below a folder whose language is known. */
export async function countWorkspace(root) {
  const paths = (await listFiles(root)).filter((path) => languageOf(path) !== undefined);
  const counts = [];
  for (let at = 0; at < paths.length; at += batchSize) {
    counts.push(...(await Promise.all(paths.slice(at, at + batchSize).map(countFile))));
  }
  return toLedger(counts);
}

async function countFile(path) {
  const text = await fs.readFile(path, 'utf8');
  return { language: languageOf(path), files: 1, ...countText(text) };
}

function toLedger(counts) {
  const byLanguage = new Map();
  let total = nothing;
  for (const count of counts) {
    byLanguage.set(count.language, add(byLanguage.get(count.language) ?? nothing, count));
    total = add(total, count);
  }
  const rows = [...byLanguage].map(([language, sums]) => ({ language, ...sums }));
  return { total, rows: rows.sort((left, right) => right.lines - left.lines) };
}

const nothing = { files: 0, lines: 0, blank: 0, words: 0 };

function add(left, right) {
  return {
    files: left.files + right.files,
    lines: left.lines + right.lines,
    blank: left.blank + right.blank,
    words: left.words + right.words,
  };
}
