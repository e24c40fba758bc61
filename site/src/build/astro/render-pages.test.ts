import { makeEntry, makeFolder } from '@orchestra/testkit';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { makePlanContext } from '../../testing/make-plan-context.ts';
import { codeDigest } from '../digests/code-digest.ts';
import { checkoutFolder } from '../kept/checkout-folder.ts';
import { makeSiteData } from '../page-data/make-site-data.ts';
import { writePageData } from '../page-data/write-page-data.ts';
import { planPages, planSingles } from '../pages/plan-pages.ts';
import { pagePath } from '../plan-site-build.ts';
import { type CompiledTemplates, compileTemplates } from './compile-templates.ts';
import { renderPages } from './render-pages.ts';

const context = await makePlanContext([makeEntry({ name: 'git-lens' })]);
const { site } = context.source.config;
let templates: CompiledTemplates;

beforeAll(async () => {
  await using work = await makeFolder();
  const directory = await checkoutFolder('templates', work.path);
  templates = await compileTemplates({ code: await codeDigest(), site, directory });
});

/** Renders pages, where the first browse page alone has data. */
async function render(paths: readonly string[], out: string, data: string): Promise<void> {
  const pages = [...planPages(context)].filter((page) => pagePath(page) === 'browse/1/index.html');
  const singles = planSingles(context);
  await writePageData(data, { site: makeSiteData(context.source), singles, pages });
  await renderPages(templates, paths, { site, data, out });
}

it('renders what is asked for, and what exists once', async () => {
  await using folder = await makeFolder({ 'out/.keep': '' });
  await render(['browse/1/index.html'], folder.join('out'), folder.join('data'));
  for (const path of ['browse/1/index.html', 'index.html', '404.html', 'sign-in/index.html'])
    expect(await readFile(folder.join('out', path), 'utf8')).toMatch(/^<!DOCTYPE html>/i);
});

it.each([
  ['that no template renders', 'planets/mars/index.html', 'No template renders planets/mars'],
  ['whose data is missing', 'browse/2/index.html', 'The page browse/2/index.html could not'],
])('fails for a page %s, and names it', async (_, path, message) => {
  await using folder = await makeFolder({ 'out/.keep': '' });
  await expect(render([path], folder.join('out'), folder.join('data'))).rejects.toMatchObject({
    code: 'site-build-failed',
    message: expect.stringContaining(message),
  });
});
