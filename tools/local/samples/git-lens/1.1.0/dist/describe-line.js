import { formatDate } from './format-date.js';

/**
 * @import { GitBlameLine } from '@orchestra/api'
 * @import { DateOptions } from './format-date.js'
 */

/** What of a subject fits into a status bar. */
const subjectLength = 60;

/**
 * A line for the status bar: who changed it, when, and why.
 *
 * @param {GitBlameLine} line
 * @param {DateOptions} dates
 */
export function describeLine(line, dates) {
  if (!line.isCommitted) return { text: 'Not committed yet', tooltip: 'No commit has this line.' };
  const { author, date, summary, hash } = line;
  return {
    text: `${author}, ${formatDate(date, dates)} · ${shorten(summary)}`,
    tooltip: `${hash.slice(0, 8)} · ${date.slice(0, 10)} · ${author}\n${summary}`,
  };
}

/** @param {string} summary */
function shorten(summary) {
  const characters = Array.from(summary);
  if (characters.length <= subjectLength) return summary;
  return `${characters.slice(0, subjectLength - 1).join('').trimEnd()}…`;
}
