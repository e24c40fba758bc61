import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Rehype plugin: makes elements that may be too wide scrollable, also by keyboard. */
export function reachScrolled() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'table' || tagName === 'pre') properties['tabIndex'] = 0;
    });
  };
}
