import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGemoji from 'remark-gemoji';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { breakNames } from './break-names.ts';
import type { DocContext } from './doc-context.ts';
import { docSchema } from './doc-schema.ts';
import { dropTitle } from './drop-title.ts';
import { headingLinks, takesLink } from './heading-links.ts';
import { highlightCode } from './highlight-code.ts';
import { markAlerts } from './mark-alerts.ts';
import { nameBoxes } from './name-boxes.ts';
import { nestHeadings } from './nest-headings.ts';
import { reachScrolled } from './reach-scrolled.ts';
import { resolveTargets } from './resolve-targets.ts';

/** Increased with every change of the rendering, so that cached HTML of an older version isn't used. */
export const rendererVersion = 10;

/**
 * Renders a README or changelog in GitHub's Markdown, with HTML, to HTML that is safe in a page.
 *
 * Steps after the sanitiser only add trusted things: ids, links to headings, classes, labels.
 *
 * @throws RangeError and others for a text that is nested too deep; may take long for a hostile one
 */
export async function renderMarkdown(text: string, context: DocContext): Promise<string> {
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkGemoji)
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
    .use(rehypeRaw)
    .use(rehypeSanitize, docSchema(context.idPrefix))
    .use(resolveTargets, context)
    .use(dropTitle, context)
    .use(nestHeadings)
    .use(markAlerts)
    .use(nameBoxes)
    .use(breakNames)
    .use(reachScrolled)
    .use(rehypeSlug, { prefix: context.idPrefix })
    .use(rehypeAutolinkHeadings, { ...headingLinks, test: takesLink })
    .use(highlightCode)
    .use(rehypeStringify)
    .process(text);
  return String(file);
}
