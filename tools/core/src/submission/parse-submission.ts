import { isRecord } from '../manifest/read-json.ts';
import { redactEmails } from '../manifest/redact-emails.ts';
import type { Mismatch } from '../parse/make-parser.ts';
import { parseValue } from '../parse/parse-value.ts';
import { problem, type Problem } from '../problems/problem.ts';
import {
  PublishSubmissionSchema,
  StatusSubmissionSchema,
  type Submission,
} from '../schema/submission.ts';
import { isSubmissionPath, submissionPath } from './submission-path.ts';

/** A submission, or all its problems. */
export interface ParsedSubmission {
  /** Null where there is a problem. */
  submission: Submission | null;
  problems: Problem[];
}

/** Far more than any submission needs, in UTF-16 code units. */
export const maxSubmissionLength = 16 * 1024;

/**
 * Parses a submission and returns all problems at once.
 *
 * @param from.path path of the file, relative to the index; it must match the content
 */
export function parseSubmission(text: string, from: { path: string }): ParsedSubmission {
  const value = readObject(text, from.path);
  if (!value.ok) return { submission: null, problems: [value.problem] };
  const schema = isStatusAction(value.object['action'])
    ? StatusSubmissionSchema
    : PublishSubmissionSchema;
  const parsed = parseValue(schema, value.object);
  const problems = [
    ...(parsed.ok ? [] : parsed.errors.map((found) => misshapen(found, from.path))),
    ...checkPath(value.object, from.path),
    ...checkReason(value.object['reason'], from.path),
  ];
  return { submission: parsed.ok && problems.length === 0 ? parsed.value : null, problems };
}

type ReadObject = { ok: true; object: Record<string, unknown> } | { ok: false; problem: Problem };

function readObject(text: string, path: string): ReadObject {
  if (text.length > maxSubmissionLength) {
    const message = `Expected at most ${maxSubmissionLength} characters; found ${text.length}`;
    return { ok: false, problem: problem('submission-invalid-json', { path, message }) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    const message = `Not valid JSON: ${reason}`;
    return { ok: false, problem: problem('submission-invalid-json', { path, message }) };
  }
  if (isRecord(value)) return { ok: true, object: value };
  const found = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
  const message = `Expected a JSON object; found ${found}`;
  return { ok: false, problem: problem('submission-invalid-json', { path, message }) };
}

function isStatusAction(action: unknown): boolean {
  return action === 'yank' || action === 'unyank';
}

function misshapen(mismatch: Mismatch, file: string): Problem {
  const message = `It ${mismatch.message}: expected ${mismatch.expected}; found ${mismatch.found}`;
  return problem('submission-shape', { path: `${file}#${mismatch.path}`, message });
}

/** Checks the path against the content: reviewers rely on the path for the extension's name and version. */
function checkPath(object: Record<string, unknown>, path: string): Problem[] {
  const { name, version } = object;
  if (typeof name !== 'string' || typeof version !== 'string') {
    if (isSubmissionPath(path)) return [];
    const message = `Expected submissions/<name>/<version>.json; found ${path}`;
    return [problem('submission-path', { path, message })];
  }
  const expected = submissionPath({ name, version });
  if (path === expected) return [];
  return [
    problem('submission-path', {
      path,
      message: `The content is about ${name} ${version}: expected ${expected}; found ${path}`,
    }),
  ];
}

/** Checks a reason: it is shown in terminals on one line, and must not contain an email. */
function checkReason(reason: unknown, file: string): Problem[] {
  if (typeof reason !== 'string') return [];
  const path = `${file}#/reason`;
  const found = [
    ...(/\p{Cc}/u.test(reason) ? ['control characters'] : []),
    ...(redactEmails(reason) === reason ? [] : ['an email address']),
  ];
  return found.map((what) =>
    problem('submission-shape', { path, message: `Expected a line of text; found ${what} in it` }),
  );
}
