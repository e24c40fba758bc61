import { parseValue } from '@orchestra/core';
import type { TSchema } from 'typebox';
import { parse } from 'yaml';
import { type Action, ActionSchema, type Workflow, WorkflowSchema } from './workflow.ts';

/**
 * Parses a workflow.
 *
 * @param name of its file, without the ending
 * @throws Error where it is none, or uses a form that the rules don't look at
 */
export function parseWorkflow(name: string, text: string): Workflow {
  return { ...parseAs(WorkflowSchema, { name, text }), name, text };
}

/**
 * Parses a composite action.
 *
 * @param name of its folder
 * @throws Error where it is none
 */
export function parseAction(name: string, text: string): Action {
  return { ...parseAs(ActionSchema, { name, text }), name, text };
}

function parseAs<Schema extends TSchema>(
  schema: Schema,
  { name, text }: { name: string; text: string },
) {
  const parsed = parseValue(schema, parse(text));
  if (parsed.ok) return parsed.value;
  throw new Error(`${name}: ${JSON.stringify(parsed)}`);
}
