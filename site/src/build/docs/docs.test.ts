import { type Config, failureKinds, problemKinds } from '@orchestra/core';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { findElements } from '../../testing/find-elements.ts';
import { makeSource } from '../../testing/make-source.ts';
import { basePath } from '../../addresses/base-path.ts';
import { guideValues } from './guide-values.ts';
import { listGuides } from './list-guides.ts';
import { problemGuides } from './problem-guides.ts';
import { readApiReference, readProgramReference } from './reference-files.ts';
import { type RenderedGuide, renderGuide } from './render-guide.ts';
import { failureSections, problemSections } from './problem-sections.ts';

const { config } = makeSource([]);
const configs: Record<string, Config> = {
  'a registry with an API': config,
  'a registry that takes pull requests, without an API, below a path': {
    ...config,
    api: null,
    site: 'https://registry.example/below',
    publish: { via: 'pull-request', repository: 'tidewater/registry', clientId: 'x' },
  },
};

const planned = (of: Config) => [
  ...listGuides(of).flatMap(({ guides }) => guides),
  ...problemGuides(),
];
const render = (text: string, of = config) =>
  renderGuide(text, {
    values: guideValues(of),
    base: basePath(of.site),
  });

describe.each(Object.entries(configs))('the documentation of %s', (_, of) => {
  const guides: (RenderedGuide & { id: string })[] = [];
  beforeAll(async () => {
    for (const { id, text } of planned(of)) guides.push({ id, ...(await render(text, of)) });
  });

  it('has headings that are told apart, and links that lead to a page and a heading', () => {
    const base = basePath(of.site);
    const pages = new Set(['/', '/docs/', ...guides.map(({ id }) => `/docs/${id}/`)]);
    expect(guides.length).toBeGreaterThan(100);
    for (const { id, html, headings } of guides) {
      const names = headings.map(({ text: name }) => name);
      expect({ id, names }).toEqual({ id, names: [...new Set(names)] });
      for (const { tagName, properties } of findElements(html)) {
        const href = String(properties['href'] ?? '');
        if (tagName !== 'a') continue;
        if (href.startsWith('#')) expect(headings.map((one) => `#${one.id}`)).toContain(href);
        else if (href.startsWith('/')) expect(pages).toContain(href.slice(base.length));
        else expect(href).toMatch(/^https?:\/\/\w/);
      }
    }
  });

  it('leaves no value out, and none of what a registry has not', () => {
    for (const { id, html } of guides) {
      expect({ id, html }).not.toMatchObject({ html: expect.stringMatching(/\{\{\w|<!-- part/) });
      if (of.api === null) expect(html).not.toContain("curl '/");
    }
  });
});

test('every code of a problem and of a failure has a page, and stands in the list', () => {
  const ids = problemGuides().map(({ id }) => id);
  const index = listGuides(config)
    .flatMap(({ guides }) => guides)
    .find(({ id }) => id === 'problems');
  for (const code of Object.keys({ ...problemKinds, ...failureKinds })) {
    expect(ids).toContain(`problems/${code}`);
    expect(index?.text).toContain(`(/docs/problems/${code}/)`);
  }
  expect(new Set(ids).size).toBe(ids.length);
});

test('sections of codes follow the order of the records', () => {
  for (const [sections, kinds] of [
    [problemSections, problemKinds],
    [failureSections, failureKinds],
  ] as const) {
    const places = sections.map(({ first }) => Object.keys(kinds).indexOf(first));
    expect(places[0]).toBe(0);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  }
});

test('every command and every route is described', () => {
  const texts = new Map(
    listGuides(config)
      .flatMap(({ guides }) => guides)
      .map(({ id, text }) => [id, text]),
  );
  for (const { name } of readProgramReference().commands)
    expect(texts.get('cli')).toContain(`\n### ${name}\n`);
  for (const methods of Object.values(readApiReference().paths))
    for (const { summary } of Object.values(methods))
      expect(texts.get('api')).toContain(`\n### ${summary}\n`);
});

test('renderGuide() takes values as text, whatever they hold', async () => {
  const name = '<script>alert(1)</script> **[x](javascript:alert(1))**';
  const { html } = await render('Of {{registry}}, `{{registry}}`.', { ...config, name });
  expect(findElements(html).map(({ tagName }) => tagName)).toEqual(['p', 'code']);
});

test('renderGuide() colours code with classes and nothing inline', async () => {
  const { html } = await render('```json\n{ "name": "tide-table" }\n```');
  expect(html).toContain('class="code-');
  expect(html).not.toContain('style=');
});

test('renderGuide() refuses a name that has no value', async () => {
  await expect(render('{{unknown}}')).rejects.toThrow('{{unknown}}');
});
