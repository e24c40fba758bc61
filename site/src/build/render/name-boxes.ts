import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Rehype plugin: gives the checkboxes of task lists a label for screen readers. */
export function nameBoxes() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName !== 'input') return;
      properties['ariaLabel'] = (properties['checked'] ?? false) ? 'Done' : 'Not done';
    });
  };
}
