import { markWords } from '@orchestra/search';

/** Fills an element with a text, in which words are highlighted; it is inserted as text, not HTML. */
export function markText(element: Element, of: { text: string; marks: readonly string[] }): void {
  const parts = markWords(of.text, of.marks).map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
  element.replaceChildren(...parts);
}
