import type { GuestContext } from './guest-context.ts';

interface ChatRequest {
  signal?: AbortSignal;
  [key: string]: unknown;
}

/** `ai`. */
export function makeAi({ link }: GuestContext) {
  async function chat(messages: unknown, { signal, ...options }: ChatRequest = {}) {
    return link.call('ai.chat', [toMessages(messages), options], { caller: chat, signal });
  }

  function chatStream(
    messages: unknown,
    { signal, ...options }: ChatRequest = {},
  ): AsyncIterable<unknown> {
    const args = [toMessages(messages), options];
    return link.stream('ai.chatStream', args, { caller: chatStream, signal }).parts;
  }

  async function embed(texts: readonly string[], options: object = {}) {
    return link.call('ai.embed', [texts, options], { caller: embed });
  }

  return { chat, chatStream, embed };
}

function toMessages(messages: unknown): unknown {
  return typeof messages === 'string' ? [{ role: 'user', content: messages }] : messages;
}
