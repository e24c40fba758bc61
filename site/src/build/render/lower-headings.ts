import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Rehype plugin: moves headings two levels down, since the page and its section have their own above. */
export function lowerHeadings() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const level = /^h([1-6])$/.exec(element.tagName)?.[1];
      if (level !== undefined) element.tagName = `h${Math.min(6, Number(level) + 2)}`;
    });
  };
}
