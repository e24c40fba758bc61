import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Rehype plugin: what may be wider than its place is scrolled, by keyboard too. */
export function reachScrolled() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'table' || tagName === 'pre') properties['tabIndex'] = 0;
    });
  };
}
