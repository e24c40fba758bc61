import { fs } from '@orchestra/api';
import { countText } from './count-text.js';
import { findNotes } from './find-notes.js';
import { languageOf } from './languages.js';
import { listFiles } from './list-files.js';

/** Read at once: enough to keep a disk busy, few enough to keep memory small. */
const batchSize = 32;

/** Counts every file below a folder whose language is known, and collects the notes in them. */
export async function countWorkspace(root, { exclude, noteWords }) {
  const paths = (await listFiles(root, { exclude })).filter(
    (path) => languageOf(path) !== undefined,
  );
  const counts = [];
  for (let at = 0; at < paths.length; at += batchSize) {
    const batch = paths.slice(at, at + batchSize);
    counts.push(...(await Promise.all(batch.map((path) => countFile(path, noteWords)))));
  }
  return toLedger(counts.filter((count) => count !== null));
}

async function countFile(path, noteWords) {
  const text = await readText(path);
  if (text === null) return null;
  const notes = findNotes(text, noteWords).map((note) => ({ path, ...note }));
  return { language: languageOf(path), files: 1, notes, ...countText(text) };
}

/** A file may be gone since its folder was listed: then it doesn't count. */
async function readText(path) {
  try {
    return await fs.readFile(path, 'utf8');
  } catch {
    return null;
  }
}

function toLedger(counts) {
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

const nothing = { files: 0, lines: 0, blank: 0, words: 0 };

function add(left, right) {
  return {
    files: left.files + right.files,
    lines: left.lines + right.lines,
    blank: left.blank + right.blank,
    words: left.words + right.words,
  };
}
