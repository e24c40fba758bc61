import type { DocContext } from '../build/render/doc-context.ts';

/** Surroundings for a test: one stored image, and a repository on GitHub. */
export function makeDocContext(facts: Partial<DocContext> = {}): DocContext {
  return {
    idPrefix: 'readme-',
    images: {
      'assets/a b.png': {
        url: 'https://docs.example/docs/x/1.0.0/files/assets/a%20b.png',
        size: { width: 640, height: 320 },
      },
    },
    titles: ['my extension'],
    repositoryFiles: 'https://github.com/o/r/blob/HEAD/',
    ...facts,
  };
}
