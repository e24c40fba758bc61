import { storage, ui } from '@orchestra/api';

/** Where the first count of the day is kept, for each workspace. */
const keyOf = (root) => `day:${root}`;

/**
 * Compares the words of now with those of the first count of the day, and tells once a day that the
 * goal is reached. Words that were deleted count against it.
 */
export async function checkDailyGoal({ root, words, goal, today }) {
  if (goal <= 0) return;
  const kept = await storage.get(keyOf(root));
  const day = kept?.date === today ? kept : { date: today, words, told: false };
  const reached = nextDay(day, { words, goal });
  await storage.set(keyOf(root), reached);
  if (reached.told && !day.told) {
    const written = new Intl.NumberFormat().format(words - day.words);
    ui.showNotification(`${written} words today: you have reached your goal.`);
  }
}

/** The day as it stands after a count. */
export function nextDay(day, { words, goal }) {
  return { ...day, told: day.told || words - day.words >= goal };
}
