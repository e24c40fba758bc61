import type { Element, Root } from 'hast';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeRaw from 'rehype-raw';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import * as Type from 'typebox';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { type GuideHeading, GuideHeadingSchema } from '../page-data/docs-pages.ts';
import { breakNames } from '../render/break-names.ts';
import { headingLinks } from '../render/heading-links.ts';
import { highlightCode } from '../render/highlight-code.ts';
import { reachScrolled } from '../render/reach-scrolled.ts';
import { fillValues } from './fill-values.ts';
import type { GuideValues } from './guide-values.ts';

/** A rendered guide, with its headings. */
export const RenderedGuideSchema = Type.Object({
  html: Type.String(),
  headings: Type.Array(GuideHeadingSchema),
});
export type RenderedGuide = Type.Static<typeof RenderedGuideSchema>;

/**
 * Renders trusted Markdown, which may contain HTML. READMEs use `render/render-markdown.ts` instead.
 *
 * @param options.base path of the site without a final slash, for links such as `/docs/publish/`
 */
export async function renderGuide(
  text: string,
  options: { values: GuideValues; base: string },
): Promise<RenderedGuide> {
  const headings: GuideHeading[] = [];
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(fillValues, options.values)
    .use(() => (tree: Root) => prefixLinks(tree, options.base))
    .use(breakNames)
    .use(reachScrolled)
    .use(rehypeSlug)
    .use(() => (tree: Root) => listHeadings(tree, headings))
    .use(rehypeAutolinkHeadings, { ...headingLinks, test: ['h2', 'h3'] })
    .use(highlightCode)
    .use(rehypeStringify)
    .process(text);
  return { html: String(file), headings };
}

function prefixLinks(tree: Root, base: string): void {
  visit(tree, 'element', ({ properties }) => {
    const { href } = properties;
    if (typeof href === 'string' && href.startsWith('/')) properties['href'] = `${base}${href}`;
  });
}

function listHeadings(tree: Root, headings: GuideHeading[]): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'h2' && element.tagName !== 'h3') return;
    const level = element.tagName === 'h2' ? 2 : 3;
    headings.push({ id: String(element.properties['id']), text: textOf(element), level });
  });
}

function textOf(element: Element): string {
  let text = '';
  visit(element, 'text', ({ value }) => {
    text += value;
  });
  return text;
}
