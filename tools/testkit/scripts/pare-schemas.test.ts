import { expect, test } from 'vitest';
import { AnswerChecker } from '../src/github/http/answer-checker.ts';
import { routes } from '../src/github/routes/routes.ts';
import { pareSchemas } from './pare-schemas.ts';

const description = {
  paths: {
    '/user': {
      get: {
        responses: {
          200: {
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/user' } },
            },
          },
          304: { $ref: '#/components/responses/unchanged' },
        },
      },
    },
  },
  'x-webhooks': {},
  components: {
    responses: { unchanged: { description: 'Not modified' } },
    schemas: {
      user: {
        type: 'object',
        title: 'User',
        required: ['title'],
        properties: { title: { type: 'string', nullable: true, example: 'Dr' } },
      },
      other: { type: 'string' },
    },
  },
};

test('pareSchemas() keeps what the operations need, as JSON Schema', () => {
  expect(pareSchemas(description, { operations: ['GET /user'], events: [] })).toEqual({
    operations: { 'GET /user': { 200: { $ref: 'github#/definitions/user' }, 304: null } },
    events: {},
    definitions: {
      user: {
        type: 'object',
        required: ['title'],
        properties: { title: { anyOf: [{ type: 'null' }, { type: 'string' }] } },
      },
    },
  });
});

test('pareSchemas() refuses operations that the description lacks', () => {
  const wanted = { operations: ['GET /users'], events: [] };
  expect(() => pareSchemas(description, wanted)).toThrow('GET /users');
});

test('the committed schemas are of the operations that the fake has, and of no others', async () => {
  const { operations } = await AnswerChecker.open();
  expect(Object.keys(operations)).toEqual(routes.map(({ operation }) => operation).toSorted());
});

test('an answer that lacks what GitHub promises is found out', async () => {
  const checker = await AnswerChecker.open();
  const wrong = checker.check('GET /user', { status: 200, body: { login: 'tidewater' } });
  expect(wrong).toContain("must have required property 'id'");
  expect(checker.check('GET /user', { status: 418 })).toBe('GET /user never answers 418');
  expect(checker.checkEvent('push', {})).toContain("must have required property 'after'");
});
