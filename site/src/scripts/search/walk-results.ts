/**
 * Lets keys move through the results, which stay ordinary links: arrow down from the search box to the first
 * one; arrows, Home and End among them; Escape, or arrow up from the first one, back to the box.
 */
export function walkResults(box: HTMLInputElement, list: HTMLElement): void {
  const links = () => [...list.querySelectorAll<HTMLAnchorElement>('.card-title a')];
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    links()[0]?.focus();
  });
  list.addEventListener('keydown', (event) => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    const target = at === -1 ? undefined : targetOf(event.key, { at, last: all.length - 1 });
    if (target === undefined) return;
    event.preventDefault();
    if (target === 'box') box.focus();
    else all[target]?.focus();
  });
}

/** Index of the result that a key leads to; undefined for other keys. */
function targetOf(key: string, from: { at: number; last: number }): number | 'box' | undefined {
  const { at, last } = from;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return at === 0 ? 'box' : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return 'box';
    default:
      return undefined;
  }
}
