import { describe, expect, it } from 'vitest';
import { DocRenderer } from './doc-renderer.ts';
import { makeDocContext } from '../../testing/make-doc-context.ts';
import { longestRendered } from './rendered-doc.ts';

const context = makeDocContext();

describe('DocRenderer', () => {
  it('renders texts one after the other, as they were asked for', async () => {
    await using renderer = new DocRenderer({ deadlineMs: 60_000 });
    const all = ['one', 'two', 'three'].map((text) => renderer.render(text, context));
    expect((await Promise.all(all)).map(({ html }) => html)).toEqual([
      '<p>one</p>',
      '<p>two</p>',
      '<p>three</p>',
    ]);
  });

  it.each([
    ['deeply nested elements', '<div>'.repeat(50_000)],
    ['deeply nested quotes', `${'> '.repeat(2_000)}x`],
  ])('shows %s as plain text, and goes on', async (_, text) => {
    await using renderer = new DocRenderer({ deadlineMs: 60_000 }); // it gives up before
    const hostile = await renderer.render(text, context);
    expect(hostile.plain).toBe('not-rendered');
    expect(hostile.html).not.toContain('<div');
    expect(await renderer.render('fine', context)).toEqual({ html: '<p>fine</p>', plain: null });
  });

  it('shows a text that takes too long as plain text, and goes on', async () => {
    await using renderer = new DocRenderer({ deadlineMs: 1 });
    const slow = await renderer.render('# slow', context);
    expect(slow).toEqual({ html: '<pre class="plain-text"># slow</pre>', plain: 'not-rendered' });
  });

  it('shows a text that is too long as it is, escaped', async () => {
    await using renderer = new DocRenderer();
    const long = await renderer.render('<b>&'.repeat(longestRendered / 4 + 1), context);
    expect(long.plain).toBe('too-long');
    expect(long.html.startsWith('<pre class="plain-text">&lt;b&gt;&amp;')).toBe(true);
  });
});
