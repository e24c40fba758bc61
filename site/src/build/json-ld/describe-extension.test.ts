import { describe, expect, it } from 'vitest';
import { makeTestCard } from '../../testing/make-test-card.ts';
import { describeExtension } from './describe-extension.ts';

const at = { url: 'https://registry.example/extensions/git-lens/', license: 'MIT' };
const card = makeTestCard({
  name: 'git-lens',
  displayName: 'Git Lens',
  description: 'Shows blame',
  version: '1.1.0',
  publishers: [{ login: 'tidewater', verified: true, url: 'https://github.com/tidewater' }],
});

describe('describeExtension()', () => {
  it('says what search engines ask of software', () => {
    expect(describeExtension(card, at)).toMatchObject({
      '@type': 'SoftwareApplication',
      name: 'Git Lens',
      description: 'Shows blame',
      url: at.url,
      softwareVersion: '1.1.0',
      license: 'MIT',
      author: [{ name: 'tidewater', url: 'https://github.com/tidewater' }],
      offers: { price: 0 },
    });
  });

  it('claims no rating where nobody rated it', () => {
    const rated = (rating: typeof card.rating) =>
      describeExtension({ ...card, rating }, at)['aggregateRating'];
    expect(rated(null)).toBeUndefined();
    expect(rated({ average: 0, count: 0 })).toBeUndefined();
    expect(rated({ average: 4.5, count: 2 })).toMatchObject({ ratingValue: 4.5, ratingCount: 2 });
  });
});
