import { expect, test } from 'vitest';
import { analyzeCode } from '../src/analyze-code.ts';
import { reached } from './labelled/reached.ts';
import { raycastSnippets, vscodeSnippets } from './labelled/foreign.ts';
import { apis } from './labelled/apis.ts';
import { assembledPages } from './labelled/assembled-pages.ts';
import { builtPages } from './labelled/built-pages.ts';
import { bundleProjects } from './labelled/bundle-projects.ts';
import { bundlers } from './labelled/bundlers.ts';
import { callees } from './labelled/callees.ts';
import { closedByOthers } from './labelled/closed-by-others.ts';
import { closedCallers } from './labelled/closed-callers.ts';
import { closedHolders } from './labelled/closed-holders.ts';
import { closedHonest } from './labelled/closed-honest.ts';
import { closedLists } from './labelled/closed-lists.ts';
import { closedModules } from './labelled/closed-modules.ts';
import { closedObjects } from './labelled/closed-objects.ts';
import { closedPrototypes } from './labelled/closed-prototypes.ts';
import { closedThings } from './labelled/closed-things.ts';
import { contextsOfTexts } from './labelled/contexts-of-texts.ts';
import { contexts } from './labelled/contexts.ts';
import { evaluatedElsewhere } from './labelled/evaluated-elsewhere.ts';
import { evaluated } from './labelled/evaluated.ts';
import { folded } from './labelled/folded.ts';
import { forks } from './labelled/forks.ts';
import { languageClients } from './labelled/language-clients.ts';
import { givenGlobals } from './labelled/given-globals.ts';
import { globals } from './labelled/globals.ts';
import { handedEvaluations } from './labelled/handed-evaluations.ts';
import { handings } from './labelled/handings.ts';
import { hidden } from './labelled/hidden.ts';
import { hiddenEditorTexts } from './labelled/hidden-editor-texts.ts';
import { hiddenPageFiles } from './labelled/hidden-page-files.ts';
import { hiddenPageScripts } from './labelled/hidden-page-scripts.ts';
import { hiddenViews } from './labelled/hidden-views.ts';
import { hiddenWebviews } from './labelled/hidden-webviews.ts';
import { idioms } from './labelled/idioms.ts';
import { joinedLinks } from './labelled/joined-links.ts';
import type { LabelledSnippet } from './labelled/labelled-snippet.ts';
import { loading } from './labelled/loading.ts';
import { loadingScripts } from './labelled/loading-scripts.ts';
import { native } from './labelled/native.ts';
import { plainThis } from './labelled/plain-this.ts';
import { newSyntax } from './labelled/new-syntax.ts';
import { node } from './labelled/node.ts';
import { ownFiles } from './labelled/own-files.ts';
import { packageFiles } from './labelled/package-files.ts';
import { commands } from './labelled/commands.ts';
import { constructors } from './labelled/constructors.ts';
import { moduleLoaders } from './labelled/module-loaders.ts';
import { providedPages } from './labelled/provided-pages.ts';
import { scriptMode } from './labelled/script-mode.ts';
import { setExports } from './labelled/set-exports.ts';
import { pageOnly } from './labelled/page-only.ts';
import { pageScripts } from './labelled/page-scripts.ts';
import { programSettings } from './labelled/program-settings.ts';
import { processes } from './labelled/processes.ts';
import { projects } from './labelled/projects.ts';
import { shownDocuments } from './labelled/shown-documents.ts';
import { shownInApps } from './labelled/shown-in-apps.ts';
import { shownTexts } from './labelled/shown-texts.ts';
import { textFiles } from './labelled/text-files.ts';
import { vectorPictures } from './labelled/vector-pictures.ts';
import { webviews } from './labelled/webviews.ts';

const themes: Record<string, LabelledSnippet[]> = {
  native,
  vscode: vscodeSnippets,
  raycast: raycastSnippets,
  node,
  apis,
  commands,
  'shown documents': shownDocuments,
  globals,
  'given globals': givenGlobals,
  handings,
  hidden,
  idioms,
  callees,
  'closed by others': closedByOthers,
  'closed callers': closedCallers,
  'closed holders': closedHolders,
  'closed honest': closedHonest,
  'closed lists': closedLists,
  'closed modules': closedModules,
  'closed prototypes': closedPrototypes,
  'closed objects': closedObjects,
  'closed things': closedThings,
  contexts,
  'plain this': plainThis,
  processes,
  'program settings': programSettings,
  folded,
  evaluated,
  reached,
  'evaluated elsewhere': evaluatedElsewhere,
  'handed evaluations': handedEvaluations,
  'text files': textFiles,
  'contexts of texts': contextsOfTexts,
  'new syntax': newSyntax,
  loading,
  'own files': ownFiles,
  forks,
  'language clients': languageClients,
  'package files': packageFiles,
  'page scripts': pageScripts,
  'page only': pageOnly,
  webviews,
  'vector pictures': vectorPictures,
  'assembled pages': assembledPages,
  'built pages': builtPages,
  'provided pages': providedPages,
  'loading scripts': loadingScripts,
  'shown in apps': shownInApps,
  'hidden webviews': hiddenWebviews,
  'hidden page scripts': hiddenPageScripts,
  'hidden page files': hiddenPageFiles,
  'hidden editor texts': hiddenEditorTexts,
  'joined links': joinedLinks,
  'hidden views': hiddenViews,
  'shown texts': shownTexts,
  constructors,
  'script mode': scriptMode,
  'set exports': setExports,
  'module loaders': moduleLoaders,
  bundlers,
  bundled: await bundleProjects(projects),
};

interface Score {
  snippets: number;
  right: number;
  wrong: number;
  missed: number;
  lines: string[];
}

/** What was found against what is true, permission by permission; unresolved code counts as one more. */
function score(labelled: readonly LabelledSnippet[]): Score {
  const sum: Score = { snippets: labelled.length, right: 0, wrong: 0, missed: 0, lines: [] };
  for (const { name, code, needs, unresolved, reach } of labelled) {
    const may = reach?.map((each) => `perhaps ${each}`) ?? [];
    const expected = new Set<string>([...needs, ...(unresolved ? ['unresolved'] : []), ...may]);
    const found = findIn(code, { withReach: reach !== undefined });
    const wrong = [...found].filter((each) => !expected.has(each));
    const missed = [...expected].filter((each) => !found.has(each));
    sum.right += expected.size - missed.length;
    sum.wrong += wrong.length;
    sum.missed += missed.length;
    if (wrong.length + missed.length > 0) {
      sum.lines.push(`${name}: wrong ${wrong.join(' ')}; missed ${missed.join(' ')}`);
    }
  }
  return sum;
}

function findIn(code: LabelledSnippet['code'], of: { withReach: boolean }): Set<string> {
  const texts = typeof code === 'string' ? { 'main.js': code } : code;
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
  const { permissions, unresolved } = analyzeCode({ files, entries: ['main.js'] });
  const found = new Set<string>(permissions.map(({ permission }) => permission));
  if (unresolved.length > 0) found.add('unresolved');
  for (const each of of.withReach ? unresolved : []) {
    for (const permission of each.permissions) found.add(`perhaps ${permission}`);
  }
  return found;
}

const precision = ({ right, wrong }: Score) => right / (right + wrong);
const recall = ({ right, missed }: Score) => right / (right + missed);

test('all that is labelled is found, and nothing else', () => {
  const scores = Object.entries(themes).map(([theme, labelled]) => ({ theme, ...score(labelled) }));
  const sum = (of: 'snippets' | 'right' | 'wrong' | 'missed') =>
    scores.reduce((all, each) => all + each[of], 0);
  const all = {
    theme: 'all',
    snippets: sum('snippets'),
    right: sum('right'),
    wrong: sum('wrong'),
    missed: sum('missed'),
    lines: scores.flatMap(({ lines }) => lines),
  };
  const rows = [...scores, all].map((each) => ({
    theme: each.theme,
    snippets: each.snippets,
    right: each.right,
    wrong: each.wrong,
    missed: each.missed,
    precision: precision(each).toFixed(3),
    recall: recall(each).toFixed(3),
  }));
  console.table(rows);
  expect(all.snippets).toBeGreaterThanOrEqual(400);
  expect(all.lines).toEqual([]);
}, 240_000);
