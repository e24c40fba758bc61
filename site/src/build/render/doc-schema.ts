import { defaultSchema, type Options as Schema } from 'rehype-sanitize';

/**
 * The HTML that is allowed in a README: text, lists, tables, images, `<details>`, `<kbd>`. Removes every
 * element, attribute and class that could run, load, submit or style anything, or imitate the page.
 *
 * @param idPrefix prefix of every id and name
 */
export function docSchema(idPrefix: string): Schema {
  return {
    ...(defaultSchema.ancestors === undefined ? {} : { ancestors: defaultSchema.ancestors }),
    tagNames,
    attributes,
    clobber: ['ariaDescribedBy', 'ariaLabelledBy', 'id', 'name'],
    clobberPrefix: idPrefix,
    protocols: { href: ['http', 'https'], src: ['http', 'https'], cite: ['http', 'https'] },
    required: { input: { disabled: true, type: 'checkbox' } },
    strip: ['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'math', 'title', 'object'],
    allowComments: false,
    allowDoctypes: false,
  };
}

const tagNames = [
  'h1 h2 h3 h4 h5 h6 p div section hr br blockquote pre details summary img input',
  'a b strong i em s strike del ins sub sup small span q tt code kbd samp var ruby rp rt',
  'dl dt dd ul ol li table thead tbody tfoot tr th td',
].flatMap((names) => names.split(' '));

const attributes = {
  '*': ['align', 'dir', 'id', 'lang', 'title', 'ariaLabel'],
  a: ['href', 'name', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaDescribedBy'],
  blockquote: ['cite'],
  code: [['className', /^language-[\w+#-]{1,30}$/] satisfies [string, RegExp]],
  details: ['open'],
  h2: [['className', 'sr-only'] satisfies [string, string]],
  img: ['src', 'alt', 'width', 'height'],
  input: ['checked', ['disabled', true], ['type', 'checkbox']] satisfies [
    string,
    [string, boolean],
    [string, string],
  ],
  li: [['className', 'task-list-item'] satisfies [string, string]],
  ol: ['start', 'reversed', ['className', 'contains-task-list']] satisfies [
    string,
    string,
    [string, string],
  ],
  section: ['dataFootnotes', ['className', 'footnotes']] satisfies [string, [string, string]],
  td: ['colSpan', 'rowSpan'],
  th: ['colSpan', 'rowSpan', 'scope'],
  ul: [['className', 'contains-task-list'] satisfies [string, string]],
};
