import { createHash } from 'node:crypto';
import { ServiceError } from '../service-error.ts';
import type { AiService, ChatMessage, ChatOptions } from '../services.ts';
import { runProcessGroup } from '../system/run-process-group.ts';
import { type AiFixture, findAnswer } from './fixture.ts';

/** Who answers in place of a model. */
export type AiSource =
  | { kind: 'none' }
  | { kind: 'fixture'; fixture: AiFixture }
  /** A program gets `{messages, options}` as JSON on its input; what it prints is the answer. */
  | {
      kind: 'command';
      command: readonly string[];
      cwd: string;
      env: Readonly<Record<string, string | undefined>>;
    };

const maxAnswer = 4_000_000;
const maxTexts = 1_000;

/** Models for development: answers of a fixture, or of a program of the author's. */
export function makeAiService(source: AiSource): AiService {
  const stream = (messages: ChatMessage[], options: ChatOptions, signal: AbortSignal) =>
    source.kind === 'command'
      ? streamCommand(source, { messages, options }, signal)
      : streamFixture(source, messages, signal);
  return {
    chat: async (messages, options, signal) => {
      const parts = await Array.fromAsync(stream(messages, options, signal));
      const answer = parts.join('');
      const content = source.kind === 'command' ? answer.trimEnd() : answer;
      return {
        content,
        model: options.model ?? (source.kind === 'command' ? 'command' : 'fixture'),
      };
    },
    chatStream: stream,
    embed: (texts) => Promise.try(() => embed(source, texts)),
  };
}

function noSource(): ServiceError {
  return new ServiceError(
    'no-answer',
    'No model answers here: give answers by --ai FILE, or a program by --ai-command COMMAND',
  );
}

async function* streamFixture(
  source: AiSource,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): AsyncGenerator<string> {
  if (source.kind !== 'fixture') throw noSource();
  const asked = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const found = findAnswer(source.fixture, asked);
  if ('error' in found) throw new ServiceError('failed', found.error);
  for (const part of 'stream' in found ? found.stream : [found.answer]) {
    if (signal.aborted) throw new ServiceError('aborted', 'The answer was aborted');
    yield part;
  }
}

async function* streamCommand(
  source: AiSource & { kind: 'command' },
  request: { messages: ChatMessage[]; options: ChatOptions },
  signal: AbortSignal,
): AsyncGenerator<string> {
  const left = new AbortController(); // the reader may leave before the end
  const waiting: string[] = [];
  let news = Promise.withResolvers<void>();
  let end: { error?: unknown } | undefined;
  const decoder = new TextDecoder();
  const onOutput = (chunk: Buffer) => {
    waiting.push(decoder.decode(chunk, { stream: true }));
    news.resolve();
  };
  const answer = { signal: AbortSignal.any([signal, left.signal]), onOutput };
  void answerCommand(source, request, answer).then(
    () => news.resolve(void (end = {})),
    (error: unknown) => news.resolve(void (end = { error })),
  );
  try {
    for (;;) {
      yield* waiting.splice(0).filter((part) => part !== '');
      if (waiting.length > 0) continue;
      if (end !== undefined) break;
      await news.promise;
      news = Promise.withResolvers<void>();
    }
  } finally {
    left.abort();
  }
  if (end.error !== undefined) throw end.error;
}

async function answerCommand(
  { command, cwd, env }: AiSource & { kind: 'command' },
  request: { messages: ChatMessage[]; options: ChatOptions },
  how: { signal: AbortSignal; onOutput: (chunk: Buffer) => void },
): Promise<void> {
  const [program = '', ...args] = command;
  const input = JSON.stringify(request);
  const end = await runProcessGroup({
    command: program,
    args,
    cwd,
    env,
    input,
    maxOutput: maxAnswer,
    ...how,
  });
  if (end.exitCode === 0) return;
  const said = end.stderr.toString().trim().slice(-500);
  throw new ServiceError(
    'failed',
    `The program that answers for ai ended with ${end.exitCode}: ${said}`,
  );
}

function embed(source: AiSource, texts: readonly string[]): number[][] {
  if (texts.length > maxTexts) {
    throw new ServiceError(
      'too-many',
      `At most ${maxTexts} texts are embedded at once; found ${texts.length}`,
    );
  }
  if (source.kind !== 'fixture' || source.fixture.embed === undefined) {
    throw new ServiceError(
      'no-answer',
      'Nothing embeds here: give --ai FILE with "embed": "hash", or with vectors',
    );
  }
  const { embed: given } = source.fixture;
  return texts.map((text) => {
    if (given === 'hash') return hashVector(text);
    const vector = Object.hasOwn(given, text) ? given[text] : undefined;
    if (vector !== undefined) return vector;
    throw new ServiceError(
      'no-answer',
      `The fixture for ai has no vector of '${text.slice(0, 100)}'`,
    );
  });
}

/** 64 numbers with length 1: each word adds its own, so that texts with words in common are near. */
function hashVector(text: string): number[] {
  const sum = Array.from({ length: 64 }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text]) {
    const digest = createHash('sha512').update(word).digest();
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (digest[at] ?? 0) - 127.5;
  }
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
