/** Makes buttons with `data-copy` copy that text to the clipboard, and briefly confirm it. */
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
    // if the browser refuses, the text is selected so that it can be copied by keyboard
    const text = button.previousElementSibling;
    if (text !== null) getSelection()?.selectAllChildren(text);
    label.textContent = 'Selected, now copy it';
  }
  setTimeout(() => (label.textContent = usual), 2000);
}
