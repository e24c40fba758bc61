/** The distance of a typed word to another one. */
export interface TypingDistance {
  /** Distance to the whole word. */
  whole: number;
  /** Distance to the nearest prefix of it, because the rest may not be typed yet. */
  beginning: number;
}

/** Longest word, in letters, that is compared. */
const maxLength = 32;

/** Three rows of the distance table, reused: each keystroke compares a word with hundreds of others. */
const rows = [0, 1, 2].map(() => new Uint8Array(maxLength + 4));

/**
 * Number of letters to insert, delete, replace or swap with a neighbour to turn one word into the other
 * (optimal string alignment). Stops beyond `most`; both distances are then `most + 1`.
 */
export function typingDistance(typed: string, word: string, most: number): TypingDistance {
  const far = most + 1;
  if (typed.length > maxLength || word.length === 0) return { whole: far, beginning: far };
  // letters beyond these can't be part of a near enough prefix
  const columns = Math.min(word.length, typed.length + most, maxLength + 3);
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let at = 0; at <= columns; at += 1) above[at] = at;
  for (let i = 1; i <= typed.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= columns; j += 1) {
      const letter = typed.charCodeAt(i - 1);
      const other = word.charCodeAt(j - 1);
      let cost = Math.min(
        (above[j] ?? far) + 1,
        (row[j - 1] ?? far) + 1,
        (above[j - 1] ?? far) + (letter === other ? 0 : 1),
      );
      const swapped =
        i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && other === typed.charCodeAt(i - 2);
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? far) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return { whole: far, beginning: far };
    [before, above, row] = [above, row, before];
  }
  let beginning = far;
  for (let j = 1; j <= columns; j += 1) beginning = Math.min(beginning, above[j] ?? far);
  const whole = columns === word.length ? Math.min(far, above[columns] ?? far) : far;
  return { whole, beginning };
}
