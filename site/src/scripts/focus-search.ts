/** Moves the focus to the search box when `/` is typed, unless a field has the focus. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.matches('input, select, textarea')) return;
  const box = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (box === null) return;
  event.preventDefault();
  box.focus();
  box.select();
});
