/**
 * Arrow keys go from the search box through the results and back; Enter in the box goes to the first
 * result, where Enter opens it.
 */
export function walkResults(box: HTMLInputElement, list: HTMLElement): void {
  const links = () => [...list.querySelectorAll<HTMLAnchorElement>('.card-title a')];
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    links()[0]?.focus();
  });
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    if (at === -1) return;
    event.preventDefault();
    const next = all[event.key === 'ArrowDown' ? at + 1 : at - 1];
    if (next !== undefined) next.focus();
    else if (at === 0) box.focus();
  });
}
