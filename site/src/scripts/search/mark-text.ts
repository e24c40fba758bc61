import { markWords } from '@orchestra/search';

/** Puts a text into an element, with what was looked for marked; whatever it says stays text. */
export function markText(element: Element, of: { text: string; marks: readonly string[] }): void {
  const parts = markWords(of.text, of.marks).map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
  element.replaceChildren(...parts);
}
