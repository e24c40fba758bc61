import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { GuideValues } from './guide-values.ts';

/**
 * Rehype plugin: replaces `{{name}}` in texts, code and links by values. It runs after parsing, so that no
 * value is read as Markdown.
 *
 * @throws Error for an unknown name
 */
export function fillValues(values: GuideValues) {
  const fill = (text: string) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`A guide names {{${name}}}, which has no value`);
      return value;
    });
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'text') node.value = fill(node.value);
      if (node.type !== 'element') return;
      const { href } = node.properties;
      if (typeof href === 'string' && /^%7B%7B/i.test(href))
        node.properties['href'] = fill(decodeURI(href));
    });
  };
}
