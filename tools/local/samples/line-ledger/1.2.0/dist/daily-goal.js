import { storage, ui } from '@orchestra/api';

/** @typedef {{ date: string, words: number, told: boolean }} Day Its first count, and whether the goal was told of. */

/** Where the first count of the day is kept, for each workspace. */
const keyOf = (/** @type {string} */ root) => `day:${root}`;

/**
 * Compares the words of now with those of the first count of the day, and tells once a day that the
 * goal is reached. Words that were deleted count against it.
 *
 * @param {{ root: string, words: number, goal: number, today: string }} count
 */
export async function checkDailyGoal({ root, words, goal, today }) {
  if (goal <= 0) return;
  /** @type {Day | undefined} */
  const kept = await storage.get(keyOf(root));
  const day = kept?.date === today ? kept : { date: today, words, told: false };
  const reached = nextDay(day, { words, goal });
  await storage.set(keyOf(root), reached);
  if (reached.told && !day.told) {
    const written = new Intl.NumberFormat().format(words - day.words);
    await ui.showNotification(`${written} words today: you have reached your goal.`);
  }
}

/**
 * The day as it stands after a count.
 *
 * @param {Day} day
 * @param {{ words: number, goal: number }} count
 * @returns {Day}
 */
export function nextDay(day, { words, goal }) {
  return { ...day, told: day.told || words - day.words >= goal };
}
