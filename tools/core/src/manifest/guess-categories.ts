import { categories, type Category } from '../schema/names.ts';
import { mapCategory } from './map-categories.ts';
import type { Manifest } from './manifest.ts';
import { isRecord } from './read-json.ts';

/** Kinds of contributions that decide the category by themselves. */
const byContribution: Readonly<Record<string, Category>> = {
  themes: 'themes',
  iconThemes: 'themes',
  productIconThemes: 'themes',
  languages: 'languages',
  grammars: 'languages',
  snippets: 'languages',
  debuggers: 'debugging',
  breakpoints: 'debugging',
  chatParticipants: 'ai',
  languageModelTools: 'ai',
};

/** Keywords that mean one category, besides the names of categories themselves. */
const byKeyword: Readonly<Record<Category, RegExp>> = {
  languages:
    /^(?:language|lsp|language[ -]server|syntax|syntax[ -]highlighting|grammar|snippets?)$/,
  themes: /^(?:theme|color[ -]theme|icon[ -]theme|dark|light|dark[ -]theme|light[ -]theme|icons)$/,
  productivity:
    /^(?:todo|to-do|tasks|notes|bookmarks?|calendar|timer|pomodoro|clipboard|launcher)$/,
  ai: /^(?:gpt|chatgpt|openai|claude|llm|copilot|artificial intelligence|agents?)$/,
  git: /^(?:github|gitlab|bitbucket|scm|source control|version control|pull requests?|commits?)$/,
  debugging: /^(?:debug|debugger|breakpoints?|profiler|tracing)$/,
  testing: /^(?:tests?|unit tests?|jest|vitest|mocha|pytest|playwright|coverage)$/,
  formatters: /^(?:format|formatter|formatting|prettier|lint|linter|linting|eslint|beautify)$/,
  data: /^(?:database|databases|sql|postgres|postgresql|mysql|sqlite|mongodb|csv|json|notebook|jupyter)$/,
  visualization: /^(?:charts?|diagrams?|graphs?|graphviz|mermaid|plantuml|plot|preview|visualize)$/,
  deployment:
    /^(?:deploy|docker|containers?|kubernetes|k8s|helm|terraform|aws|gcp|cloud|ci|ci\/cd|devops)$/,
  collaboration: /^(?:slack|teams|share|sharing|pair programming|live share|code review|messages)$/,
};

/** The categories that contributions and keywords of an extension speak for, in display order; often none. */
export function guessCategories({ raw, tags }: Pick<Manifest, 'raw' | 'tags'>): Category[] {
  const found = new Set<unknown>(contributedCategories(raw['contributes']));
  for (const tag of tags) {
    const word = tag.trim().toLowerCase();
    found.add(mapCategory(word));
    for (const category of categories) if (byKeyword[category].test(word)) found.add(category);
  }
  return categories.filter((category) => found.has(category));
}

/** The categories that contributions decide, in display order. */
export function contributedCategories(contributes: unknown): Category[] {
  const points = isRecord(contributes) ? Object.keys(contributes) : [];
  const found = new Set(
    points
      .filter((point) => Object.hasOwn(byContribution, point))
      .map((point) => byContribution[point]),
  );
  return categories.filter((category) => found.has(category));
}
