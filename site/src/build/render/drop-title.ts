import type { Element, Root } from 'hast';
import type { DocContext } from './doc-context.ts';

/** Rehype plugin: removes a first heading that repeats the page's title. */
export function dropTitle({ titles }: DocContext) {
  return (tree: Root): void => {
    const at = tree.children.findIndex((node) => node.type === 'element');
    const first = tree.children[at];
    if (first?.type !== 'element' || first.tagName !== 'h1') return;
    if (titles.includes(textOf(first).trim().toLowerCase())) tree.children.splice(at, 1);
  };
}

/** The text of a heading; empty where it contains more than text. */
function textOf({ children }: Element): string {
  const texts = children.map((node) => (node.type === 'text' ? node.value : undefined));
  return texts.includes(undefined) ? '' : texts.join('');
}
