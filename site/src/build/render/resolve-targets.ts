import { localImage } from '@orchestra/core';
import type { Element, ElementContent, Properties, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { DocContext } from './doc-context.ts';
import { resolveLink } from './resolve-link.ts';
import type { ImageSize } from './stored-image.ts';

/**
 * Rehype plugin: resolves every link and image of a sanitised text. Stored images are shown. Images elsewhere
 * become links, so that reading a page sends no request to third parties. Any other image is replaced by its
 * alternative text.
 */
export function resolveTargets(context: DocContext) {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName !== 'a') return undefined;
      replaceImages(element, { context, inLink: true });
      return SKIP;
    });
    replaceImages(tree, { context, inLink: false });
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'a' || parent === undefined || index === undefined) return undefined;
      if (setTarget(element, context)) return undefined;
      parent.children.splice(index, 1, ...element.children);
      return index;
    });
  };
}

function replaceImages(
  tree: Root | Element,
  options: { context: DocContext; inLink: boolean },
): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'a' && !options.inLink) return SKIP;
    if (element.tagName !== 'img' || parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1, ...shownImage(element, options));
    return [SKIP, index + 1];
  });
}

function shownImage(
  image: Element,
  { context, inLink }: { context: DocContext; inLink: boolean },
): ElementContent[] {
  const { src, ...rest } = image.properties;
  const written = typeof src === 'string' ? src : '';
  const alt = typeof rest['alt'] === 'string' ? rest['alt'] : '';
  const stored = context.images[localImage(written) ?? ''];
  if (stored !== undefined) {
    const properties = {
      ...rest,
      ...fullSize(rest, stored.size),
      alt,
      src: stored.url,
      loading: 'lazy',
      decoding: 'async',
    };
    return [{ type: 'element', tagName: 'img', properties, children: [] }];
  }
  const remote = written.startsWith('#') ? null : resolveLink(written, context);
  const text = alt === '' ? describe(remote) : alt;
  if (text === '') return [];
  const children: ElementContent[] = [{ type: 'text', value: text }];
  if (remote === null) return children;
  const className = ['remote-image'];
  if (inLink) return [{ type: 'element', tagName: 'span', properties: { className }, children }];
  return [{ type: 'element', tagName: 'a', properties: { href: remote, className }, children }];
}

/**
 * Width and height of an image, so that the page doesn't move when it loads. If only one is given, the other
 * is computed.
 */
function fullSize({ width, height }: Properties, size: ImageSize | null): Properties {
  if (size === null || (width !== undefined && height !== undefined)) return {};
  const { width: wide, height: tall } = size;
  if (width === undefined && height === undefined) return { width: wide, height: tall };
  const given = Number(width ?? height);
  if (!Number.isFinite(given)) return {}; // such as 50%
  return width === undefined
    ? { width: Math.round((given * wide) / tall) }
    : { height: Math.round((given * tall) / wide) };
}

function describe(remote: string | null): string {
  return remote === null ? '' : `Image on ${new URL(remote).hostname}`;
}

/** Sets the target of a link; false where it has none, and should become plain text. */
function setTarget(link: Element, context: DocContext): boolean {
  const { href } = link.properties;
  // an anchor such as <a id="usage"> is the target of links, not a link itself
  if (typeof href !== 'string')
    return link.properties['id'] !== undefined || link.properties['name'] !== undefined;
  const target = resolveLink(href, context);
  if (target === null) return false;
  link.properties['href'] = target;
  if (!target.startsWith('#')) link.properties['rel'] = ['nofollow', 'ugc', 'noopener'];
  return true;
}
