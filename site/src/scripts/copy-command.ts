/** Buttons with `data-copy` put that text on the clipboard, and say so for a moment. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.addEventListener('click', () => void copy(button));
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const label = button.firstElementChild ?? button;
  const usual = label.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
    label.textContent = 'Copied';
  } catch {
    // a browser may refuse: selected, the text is one keystroke from being copied
    const text = button.previousElementSibling;
    if (text !== null) getSelection()?.selectAllChildren(text);
    label.textContent = 'Selected, now copy it';
  }
  setTimeout(() => (label.textContent = usual), 2000);
}
