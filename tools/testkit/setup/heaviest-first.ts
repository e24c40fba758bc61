import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The projects in the order that they run in: those with long files first, so that no long one is left at the end. */
const projects = ['cli', 'site', 'embedded', 'server', 'pure'];

/** What takes longest of each project; where it stands here is where it runs. */
const heavy = [
  'tools/local/tests/registry.test.ts',
  'cli/tests/publish-pull-request.test.ts',
  'tools/rehearse/tests/rehearse.test.ts',
  'tools/local/tests/server.test.ts',
  'tools/local/tests/site/pages.test.ts',
  'tools/local/tests/site/search.test.ts',
  'tools/sync/src/sync-killed.server.test.ts',
  'site/src/build/rebuild-site.test.ts',
  'tools/action/tests/many.test.ts',
  'tools/action/tests/unlucky.test.ts',
];

/** Runs the longest tests first, also where no run before has measured them. */
export class HeaviestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted(
      (a, b) =>
        projects.indexOf(a.project.name) - projects.indexOf(b.project.name) ||
        placeOf(a) - placeOf(b),
    );
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = heavy.findIndex((path) => moduleId.endsWith(path));
  return place === -1 ? heavy.length : place;
}
