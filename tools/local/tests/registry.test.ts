import { afterAll, beforeAll, describe } from 'vitest';
import { testCodeReview } from './registry/code-review.ts';
import { testHostileTexts } from './registry/hostile-texts.ts';
import { testJourney } from './registry/journey.ts';
import { type RegistryWorld, startRegistryWorld } from './registry/registry-world.ts';

// one registry for all of them, since starting one takes longer than what most of them do
let world: RegistryWorld;

beforeAll(async () => {
  world = await startRegistryWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe('the way of an extension', () => testJourney(() => world));
describe('texts that attack', () => testHostileTexts(() => world));
describe('code that a person has to look at', () => testCodeReview(() => world)); // it kills the registry
