import * as Type from 'typebox';
import type { Static } from 'typebox';

const Texts = Type.Record(Type.String(), Type.Unknown());

/** A step of a job, or of a composite action. */
export const StepSchema = Type.Object({
  id: Type.Optional(Type.String()),
  if: Type.Optional(Type.String()),
  uses: Type.Optional(Type.String()),
  run: Type.Optional(Type.String()),
  with: Type.Optional(Texts),
  env: Type.Optional(Texts),
});
export type Step = Static<typeof StepSchema>;

const PermissionsSchema = Type.Record(Type.String(), Type.Enum(['read', 'write', 'none']));

const JobSchema = Type.Object({
  needs: Type.Optional(Type.String()),
  if: Type.Optional(Type.String()),
  outputs: Type.Optional(Type.Record(Type.String(), Type.String())),
  'runs-on': Type.Optional(Type.String()),
  'timeout-minutes': Type.Optional(Type.Number()),
  permissions: Type.Optional(PermissionsSchema),
  environment: Type.Optional(Type.String()),
  uses: Type.Optional(Type.String()),
  secrets: Type.Optional(Type.Unknown()),
  concurrency: Type.Optional(Texts),
  steps: Type.Optional(Type.Array(StepSchema)),
});
export type Job = Static<typeof JobSchema>;

/** A workflow, as far as the rules look at it. */
export const WorkflowSchema = Type.Object({
  on: Texts,
  permissions: Type.Optional(PermissionsSchema),
  concurrency: Type.Optional(Texts),
  env: Type.Optional(Type.Unknown()),
  jobs: Type.Record(Type.String(), JobSchema),
});

/** A composite action of ours. */
export const ActionSchema = Type.Object({
  runs: Type.Object({ using: Type.Literal('composite'), steps: Type.Array(StepSchema) }),
});

/** A workflow with its place, and the text that it was read from: only that has the comments. */
export type Workflow = Static<typeof WorkflowSchema> & { name: string; text: string };

/** A composite action with its place. */
export type Action = Static<typeof ActionSchema> & { name: string; text: string };
