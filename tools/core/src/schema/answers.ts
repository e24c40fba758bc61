import * as Type from 'typebox';
import type { Static } from 'typebox';
import { StatusSchema } from './index-entry.ts';

const StageSchema = Type.Union([Type.String(), Type.Null()], {
  description: 'An ISO time; null where the stage was not reached.',
});

/** The stages of a publish, and how far it is. */
export const StagesSchema = Type.Object({
  submitted: StageSchema,
  validated: StageSchema,
  merged: StageSchema,
  stored: StageSchema,
  indexed: StageSchema,
  served: StageSchema,
  searchable: StageSchema,
});
export type Stages = Static<typeof StagesSchema>;

/** The stages of a publish that hasn't begun. */
export const noStages: Stages = {
  submitted: null,
  validated: null,
  merged: null,
  stored: null,
  indexed: null,
  served: null,
  searchable: null,
};

/** The answer of `POST /extensions` and `POST /extensions/:name/versions`. */
export const PublishedSchema = Type.Object({
  name: Type.String(),
  version: Type.String(),
  sha256: Type.String(),
  size: Type.Integer({ description: 'Bytes of the package.' }),
  unchanged: Type.Boolean({ description: 'True where the same bytes were published before.' }),
  stages: StagesSchema,
  problems: Type.Array(Type.Unknown(), { description: 'Warnings and notes.' }),
  plan: Type.Unknown({
    description: 'What was done, or would be done by a dry run; null where nothing changes.',
  }),
});
export type Published = Static<typeof PublishedSchema>;

/** The answer of `DELETE` and `PUT /extensions/:name/versions/:version`. */
export const StatusChangedSchema = Type.Object({
  name: Type.String(),
  version: Type.String(),
  status: StatusSchema,
  reason: Type.Union([Type.String(), Type.Null()]),
  unchanged: Type.Boolean({ description: 'True where it was so before.' }),
});
export type StatusChanged = Static<typeof StatusChangedSchema>;

/** A problem reported by another program, which may be newer and know codes that are unknown here. */
export const ProblemSummarySchema = Type.Object({
  code: Type.String(),
  severity: Type.Enum(['error', 'warning', 'info']),
  path: Type.String(),
  message: Type.String(),
  hint: Type.String(),
  cause: Type.Optional(
    Type.String({
      description: 'Of `permission-unresolved`: why nobody can tell what the code uses.',
    }),
  ),
});
export type ProblemSummary = Static<typeof ProblemSummarySchema>;

/** Any error: `application/problem+json`. Source: RFC 9457, section 3. */
export const ProblemDetailsSchema = Type.Object(
  {
    type: Type.String({ description: 'A URN made from the code.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What happened, with what was expected and found.' }),
    code: Type.String({ description: 'From the closed list of error codes.' }),
    instance: Type.Optional(
      Type.String({ description: 'The request, as a URN of its X-Request-Id.' }),
    ),
    hint: Type.Optional(Type.String({ description: 'What to do next.' })),
    problems: Type.Array(ProblemSummarySchema, {
      description: 'Everything wrong with what was sent, at once.',
    }),
  },
  { description: 'An error, after RFC 9457.' },
);
export type ProblemDetails = Static<typeof ProblemDetailsSchema>;
