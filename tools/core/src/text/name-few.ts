/**
 * Names the first of many, each once: `a, b and 3 more`.
 *
 * @param most how many are named
 */
export function nameFew(all: Iterable<string>, most: number): string {
  const names = [...new Set(all)];
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
