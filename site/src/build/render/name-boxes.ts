import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Rehype plugin: names the boxes of task lists, which have no labels, for whoever hears them. */
export function nameBoxes() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName !== 'input') return;
      properties['ariaLabel'] = (properties['checked'] ?? false) ? 'Done' : 'Not done';
    });
  };
}
