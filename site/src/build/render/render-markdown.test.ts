import { describe, expect, it, vi } from 'vitest';
import { findElements } from '../../testing/find-elements.ts';
import { makeDocContext } from '../../testing/make-doc-context.ts';
import { renderMarkdown } from './render-markdown.ts';

const render = (text: string, facts = {}) => renderMarkdown(text, makeDocContext(facts));
const stored = 'https://docs.example/docs/x/1.0.0/files/assets/a%20b.png';
const rel = 'rel="nofollow ugc noopener"';

/** What a browser would make of the HTML that is none of what may stay. */
function findForbidden(html: string): string[] {
  return findElements(html).flatMap(({ tagName, properties }) => [
    ...(allowed.has(tagName) ? [] : [tagName]),
    ...Object.entries(properties)
      .filter(([name, value]) => !isHarmless(name, String(value)))
      .map(([name, value]) => `${tagName} ${name}=${String(value)}`),
  ]);
}

const allowed = new Set(
  'h3 h4 h5 h6 p div section hr br blockquote pre details summary img input a b strong i em s del ins sub sup small span q code kbd ul ol li dl dt dd table thead tbody tr th td'.split(
    ' ',
  ),
);

function isHarmless(name: string, value: string): boolean {
  if (name === 'ariaLabel') return ['Done', 'Not done'].includes(value);
  if (name === 'href') return /^(?:https?:\/\/|#readme-)/.test(value);
  if (name === 'src') return value === stored;
  if (name === 'className') return value === 'remote-image';
  if (name === 'type') return value === 'checkbox';
  return [
    'alt',
    'title',
    'width',
    'height',
    'loading',
    'decoding',
    'disabled',
    'rel',
    'tabIndex',
  ].includes(name);
}

describe('renderMarkdown()', () => {
  it.each([
    ['a script', '<script>alert(1)</script>after', 'after'],
    ['a script in capitals', '<ScRiPt src=//evil.example/x.js></sCrIpT>after', 'after'],
    ['a script that never ends', 'before\n\n<script>alert(1)', 'before'],
    ['a script cut in two', '<scr<script>ipt>alert(1)</scr</script>ipt>', ''],
    ['an event handler', '<b onclick="alert(1)" onmouseover=alert(1)>bold</b>', '<b>bold</b>'],
    ['an image with onerror', '<img src=x onerror=alert(1)>', ''],
    ['an image that breaks out of its attribute', '![a" onerror="alert(1)](x.png)', 'a"'],
    ['a javascript: link', '[x](javascript:alert(1))', '<p>x</p>'],
    ['a javascript: link in HTML', '<a href=" &#106;avascript:alert(1)">x</a>', 'x'],
    ['a javascript: link with a tab', '<a href="java\tscript:alert(1)">x</a>', 'x'],
    ['a vbscript: link', '[x](vbscript:msgbox)', '<p>x</p>'],
    ['a data: link', '[x](data:text/html,<script>alert(1)</script>)', 'x'],
    ['a data: image', '![x](data:image/svg+xml;base64,PHN2Zz4=)', '<p>x</p>'],
    ['a file: link', '[x](file:///etc/passwd)', '<p>x</p>'],
    ['a mailto: link', '[x](mailto:someone@host.example)', '<p>x</p>'],
    ['an SVG', '<svg onload=alert(1)><script>alert(1)</script><text>t</text></svg>after', 'after'],
    ['MathML', '<math><mtext><img src=x onerror=alert(1)></mtext></math>after', 'after'],
    ['a style element', '<style>body{display:none}</style>after', 'after'],
    ['a style attribute', '<div style="position:fixed;inset:0">x</div>', '<div>x</div>'],
    ['a class of the page', '<div class="notice">x</div>', '<div>x</div>'],
    ['a frame', '<iframe src="https://evil.example"></iframe>after', 'after'],
    ['an iframe with srcdoc', '<iframe srcdoc="<script>alert(1)</script>"></iframe>after', 'after'],
    ['an object', '<object data=x></object><embed src=x>after', 'after'],
    ['a form', '<form action=//evil.example><button>Go</button></form>', 'Go'],
    ['a base', '<base href="https://evil.example/">after', 'after'],
    ['a refresh', '<meta http-equiv=refresh content="0;url=//evil.example">after', 'after'],
    ['a link element', '<link rel=stylesheet href=//evil.example>after', 'after'],
    ['a comment', '<!-- <script>alert(1)</script> -->after', 'after'],
    ['a template', '<template><script>alert(1)</script></template>after', 'after'],
    ['a video', '<video src=x onerror=alert(1)><source onerror=alert(1)></video>after', 'after'],
    ['a picture', '<picture><source srcset="//evil.example/x"><img alt=p></picture>', 'p'],
    ['mutation by noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', ''],
    ['a text field', '<input type=text name=password value=x>', 'type="checkbox"'],
    ['a class of an alert', '<p class="alert-title remote-image">x</p>', '<p>x</p>'],
  ])('takes out %s', async (_, text, left) => {
    const html = await render(text);
    expect(findForbidden(html)).toEqual([]);
    expect(html).toContain(left);
  });

  it('prefixes ids and names, so that none of the page is taken', async () => {
    const html = await render('<p id="main">x</p><a name="q">y</a>\n\n# Install\n\n[up](#install)');
    expect(html).toContain('<p id="readme-main">');
    expect(html).toContain('name="readme-q"');
    expect(html).toContain('<h3 id="readme-install">');
    expect(html).toContain('href="#readme-install"');
    expect(html).not.toMatch(/(?:id|name)="(?!readme-)/);
  });

  it.each([
    ['a stored image', '![p](assets/a%20b.png)', `src="${stored}"`],
    ['a stored image from the root', '![p](/assets/a%20b.png)', `src="${stored}"`],
    ['a stored image in HTML', '<img width="40" src="./assets/a b.png">', 'width="40"'],
    ['a stored image in a link', '[![p](assets/a%20b.png)](https://o.example)', `src="${stored}"`],
    [
      'an image of the repository, as a link',
      '![the text](./logo.svg)',
      `<a href="https://github.com/o/r/blob/HEAD/logo.svg" class="remote-image" ${rel}>the text</a>`,
    ],
    ['an image outside the package, as its text', '![t](../assets/a%20b.png)', '<p>t</p>'],
    [
      'a remote image, as a link',
      '![the text](https://i.example/x.png)',
      `<a href="https://i.example/x.png" class="remote-image" ${rel}>the text</a>`,
    ],
    ['a remote image without text, as a link', '![](//i.example/x.png)', 'Image on i.example</a>'],
    [
      'a badge in a link, as its text',
      '[![build](https://i.example/x.svg)](https://ci.example/)',
      `<p><a href="https://ci.example/" ${rel}><span class="remote-image">build</span></a></p>`,
    ],
  ])('shows %s', async (_, text, expected) => {
    const html = await render(text);
    expect(html).toContain(expected);
    expect(html).not.toMatch(/<img[^>]*src="(?!https:\/\/docs\.example\/)/);
  });

  it.each([
    ['[x](docs/a.md#part)', 'https://github.com/o/r/blob/HEAD/docs/a.md#part'],
    ['[x](/LICENSE)', 'https://github.com/o/r/blob/HEAD/LICENSE'],
    ['[x](https://user:secret@host.example/a)', 'https://host.example/a'],
    ['[x](//host.example/a)', 'https://host.example/a'],
    ['www.host.example', 'http://www.host.example/'],
  ])('links %s', async (text, href) => {
    expect(await render(text)).toContain(`<a href="${href}" ${rel}>`);
  });

  it.each([
    ['docs/a.md', 'packages/tide/docs/a.md'],
    ['../../docs/a.md', 'docs/a.md'],
    ['/LICENSE', 'LICENSE'],
  ])('links %s of a README in a folder of its repository', async (href, path) => {
    const repositoryFiles = 'https://github.com/o/r/blob/HEAD/packages/tide/';
    const html = await render(`[x](${href})`, { repositoryFiles });
    expect(html).toContain(`href="https://github.com/o/r/blob/HEAD/${path}"`);
  });

  it.each([
    ['a relative link without a repository', '[x](docs/a.md)', null],
    ['a link out of the repository', '[x](../../../evil/x)', 'https://github.com/o/r/blob/HEAD/'],
    ['an empty link', '[x]()', 'https://github.com/o/r/blob/HEAD/'],
    ['an image without a repository', '![x](logo.svg)', null],
    ['an image of nothing', '![x](#)', 'https://github.com/o/r/blob/HEAD/'],
  ])('shows %s as text', async (_, text, repositoryFiles) => {
    expect(await render(text, { repositoryFiles })).toBe('<p>x</p>');
  });

  it('keeps what READMEs are made of', async () => {
    const html = await render(
      '<details open><summary>More</summary>\n\n**bold** <kbd>Ctrl</kbd> ~~gone~~\n\n</details>\n\n' +
        '| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n- [x] done\n\nNote[^1].\n\n[^1]: Here.\n',
    );
    expect(html).toContain('<details open><summary>More</summary>');
    expect(html).toContain('<kbd>Ctrl</kbd> <del>gone</del>');
    expect(html).toContain('<td align="right">2</td>');
    expect(html).toContain('<li class="task-list-item"><input type="checkbox" checked disabled');
    expect(html).toMatch(/href="#readme-fn-1" id="readme-fnref-1"[\s\S]*<li id="readme-fn-1">/);
  });

  it('makes quotations with a kind stand out', async () => {
    const html = await render(
      '> [!WARNING]\n> Mind the **gap**.\n\n> [!NOTE] not alone in its line',
    );
    expect(html).toContain(
      '<blockquote class="alert alert-warning"><p class="alert-title">Warning</p>',
    );
    expect(html).toContain('<p>Mind the <strong>gap</strong>.</p>');
    expect(html).toContain('<p>[!NOTE] not alone in its line</p>');
  });

  it('shows the emoji that a name stands for, but not in code', async () => {
    const html = await render(':rocket: at 10:30:45, `:rocket:` and :no-such-thing:');
    expect(html).toBe('<p>🚀 at 10:30:45, <code>:rocket:</code> and :no-such-thing:</p>');
  });

  it('lets long names in tables be broken at their joints, and no others', async () => {
    const html = await render(
      '| `/a.longName/of_it` |\n| --- |\n| `boolean` |\n\n`a.longName/of_it`',
    );
    expect(html).toContain('<th><code>/a.<wbr>long<wbr>Name/<wbr>of_<wbr>it</code></th>');
    expect(html).toContain('<td><code>boolean</code></td>');
    expect(html).toContain('<p><code>a.longName/of_it</code></p>');
  });

  it('puts no link into a heading that folds a part of the text', async () => {
    const html = await render('<details><summary><h3>All</h3></summary>\n\nx\n\n</details>');
    expect(html).toContain('<summary><h3 id="readme-all">All</h3></summary>');
  });

  it('marks the parts of code by classes alone, and leaves an unknown language plain', async () => {
    const html = await render('```ts\nconst a = 1;\n```\n\n```klingon\n<b>&\n```');
    expect(html).toContain('<span class="code-keyword">const</span>');
    expect(html).not.toContain('style=');
    expect(html).toContain('&#x3C;b>&#x26;');
  });

  it.each(['JSON', 'json', 'jsonc'])('colours code that says it is %s', async (language) => {
    expect(await render(`\`\`\`${language}\n{ "a": true }\n\`\`\``)).toContain(
      'class="code-constant"',
    );
  });

  it.each(['C++', 'c#', 'F#'])('knows the language %s', async (language) => {
    expect(await render(`\`\`\`${language}\n// said\n\`\`\``)).toContain('class="code-comment"');
  });

  it('moves headings below those of the page, without gaps, and leaves out one that repeats its title', async () => {
    const html = await render('# My Extension\n\n## Usage\n\n##### Deep\n\n## More');
    expect(html).not.toContain('My Extension');
    expect(html).toContain('<h3 id="readme-usage">');
    expect(html).toContain('<h4 id="readme-deep">');
    expect(html).toContain('<h3 id="readme-more">');
  });

  it.each([
    ['![p](assets/a%20b.png)', 'width="640" height="320"'],
    ['<img src="assets/a b.png" width="40">', 'width="40" height="20"'],
    ['<img src="assets/a b.png" height="40">', 'height="40" width="80"'],
    ['<img src="assets/a b.png" width="50%">', 'width="50%" alt'],
    ['<img src="assets/a b.png" width="7" height="9">', 'width="7" height="9"'],
  ])('keeps the place of a stored image free: %s', async (text, size) => {
    expect(await render(text)).toContain(size);
  });

  it('highlights code to its end, however busy the machine is', async () => {
    const text = '```js\nconst tide = [1, 2, 3]; // said\n```';
    const html = await render(text);
    let now = Date.now();
    using _clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
    expect(await render(text)).toBe(html);
  });

  it('lets wide tables and code be scrolled by keyboard', async () => {
    const html = await render('| a |\n| --- |\n| 1 |\n\n```\nplain\n```\n\n```js\n1\n```');
    expect(html.match(/<(?:table|pre)[^>]* tabindex="0"/g)).toHaveLength(3);
  });

  it('keeps the levels of headings apart where a text starts with a low one', async () => {
    const html = await render('### First\n\n# Second\n\n## Third');
    expect(html.match(/<h\d/g)).toEqual(['<h3', '<h3', '<h4']);
  });
});
