import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Number of heading levels that the page itself uses above a text. */
const above = 2;

/**
 * Rehype plugin: shifts headings below those of the page, and closes gaps, so that screen readers find no
 * level missing: `##` and then `####` become `h3` and `h4`.
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
