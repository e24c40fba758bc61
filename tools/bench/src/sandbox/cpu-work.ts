import { tokenizer } from 'acorn';
import { micromark } from 'micromark';

/** Kinds of work that extensions do with what they were given, each with its text. */
export const cpuWork = {
  tokenizer(text: string): number {
    let count = 0;
    for (const token of tokenizer(text, { ecmaVersion: 'latest', sourceType: 'module' })) {
      count += token.end - token.start;
    }
    return count;
  },
  markdown(text: string): number {
    return micromark(text).length;
  },
  json(text: string): number {
    return JSON.stringify(JSON.parse(text)).length;
  },
} satisfies Record<string, (text: string) => number>;

/** Does work a number of times. @returns what it came to, so that none can be left out */
export function doWork(kind: keyof typeof cpuWork, text: string, times: number): number {
  let sum = 0;
  for (let time = 0; time < times; time += 1) sum += cpuWork[kind](text);
  return sum;
}
