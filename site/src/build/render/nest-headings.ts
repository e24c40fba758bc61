import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The page and its section have headings of their own above those of a text. */
const above = 2;

/**
 * Rehype plugin: gives headings the levels below those of the page, and closes gaps, so that whoever
 * reads by headings finds none missing: `##` and then `####` become `h3` and `h4`.
 */
export function nestHeadings() {
  return (tree: Root): void => {
    const outer: number[] = [];
    visit(tree, 'element', (element) => {
      const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0);
      if (level === 0) return;
      while ((outer.at(-1) ?? 0) >= level) outer.pop();
      outer.push(level);
      element.tagName = `h${Math.min(6, above + outer.length)}`;
    });
  };
}
