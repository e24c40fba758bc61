import { guest } from 'orchestra:api';

type Creativity = number | 'none' | 'low' | 'medium' | 'high' | 'maximum';

const temperatures: Readonly<Record<string, number>> = {
  none: 0,
  low: 0.25,
  medium: 0.5,
  high: 0.75,
  maximum: 1,
};

interface AskOptions {
  model?: string;
  creativity?: Creativity;
  signal?: AbortSignal;
}

type Answer = Promise<string> & { on(event: 'data', listener: (piece: string) => void): Answer };

/** An answer, which also tells of each piece of it (`on('data', …)`). */
function ask(prompt: string, { model, creativity, signal }: AskOptions = {}): Answer {
  const listeners = new Set<(piece: string) => void>();
  const temperature = typeof creativity === 'string' ? temperatures[creativity] : creativity;
  const options = {
    ...(model !== undefined && { model }),
    ...(temperature !== undefined && { temperature: Math.min(Math.max(temperature, 0), 1) }),
  };
  const messages = [{ role: 'user', content: String(prompt) }];
  const { parts } = guest.link.stream('@raycast/api:AI.ask', [messages, options], {
    caller: ask,
    signal,
  });
  const whole = async (): Promise<string> => {
    let text = '';
    for await (const piece of parts) {
      text += String(piece);
      for (const listener of listeners) listener(String(piece));
    }
    return text;
  };
  const answer: Answer = Object.assign(whole(), {
    on: (_: 'data', listener: (piece: string) => void) => {
      listeners.add(listener);
      return answer;
    },
  });
  return answer;
}

/** Any name of a model is itself: which of them a person has is known to the app alone. */
const Model = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, name) =>
      typeof name === 'string' ? name.replaceAll('_', '-').toLowerCase() : undefined,
  },
);

/** The language models that a person has set up. */
export const AI = {
  ask,
  Model,
  Creativity: { None: 'none', Low: 'low', Medium: 'medium', High: 'high', Maximum: 'maximum' },
};
