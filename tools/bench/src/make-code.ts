const words =
  'exported constant made returned awaited imported from workspace editor palette token index entry version range digest manifest extension open read write close ready state'.split(
    ' ',
  );

/**
 * Generates JavaScript that compresses about as well as real code, the same for the same seed.
 *
 * @param options.bytes minimum length
 */
export function makeCode(seed: number, options: { bytes: number }): string {
  let state = (seed + 1) * 2_654_435_761;
  let text = '';
  while (text.length < options.bytes) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const word = words[state % words.length] ?? '';
    text += state % 7 === 0 ? `${word}${state.toString(36)};\n` : `${word}.`;
  }
  return `${text}end;\n`;
}
