import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Every element that a browser would make of some HTML. */
export function findElements(html: string): Element[] {
  const raw: Root = { type: 'root', children: [{ type: 'raw', value: html }] };
  const found: Element[] = [];
  visit(unified().use(rehypeRaw).runSync(raw), 'element', (element) => {
    found.push(element);
  });
  return found;
}
