import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Shorter ones stay in one piece. */
const long = 16;

/** Where a name may be broken: behind a separator within it, and before a capital. */
const joint = /(?<=[^./,_:-][./,_:-]+)(?=[^./,_:-])|(?<=\p{Ll})(?=\p{Lu})/u;

/**
 * Rehype plugin: lets long names in tables, such as `editor.inlineHints.enabled`, be broken at their
 * joints. Else a table of settings leaves their descriptions no room.
 */
export function breakNames() {
  return (tree: Root): void => {
    visit(tree, 'element', (cell) => {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') return undefined;
      visit(cell, 'element', (code) => {
        if (code.tagName === 'pre') return SKIP;
        if (code.tagName === 'code') code.children = code.children.flatMap(breakText);
        return undefined;
      });
      return SKIP;
    });
  };
}

function breakText(child: ElementContent): ElementContent[] {
  if (child.type !== 'text' || child.value.length < long) return [child];
  return child.value
    .split(joint)
    .flatMap((value, at) => [...(at === 0 ? [] : [makeBreak()]), { type: 'text', value }]);
}

function makeBreak(): Element {
  return { type: 'element', tagName: 'wbr', properties: {}, children: [] };
}
