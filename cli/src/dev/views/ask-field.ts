import * as clack from '@clack/prompts';
import { plain } from '@orchestra/terminal';
import type { CommandContext } from '../../command.ts';
import type { ViewField } from '@orchestra/sandbox/views';

/** Asks for what a field of a form is to hold; undefined where the person leaves. */
export async function askField(
  field: Pick<ViewField, 'kind' | 'title'> & Partial<ViewField>,
  value: unknown,
  { stdin, stdout }: Pick<CommandContext, 'stdin' | 'stdout'>,
): Promise<unknown> {
  const { kind, title, placeholder = '', choices = [] } = field;
  const asked = { message: plain(title) || 'Write', input: stdin, output: stdout };
  const options = choices.map((choice) => ({ value: choice.value, label: plain(choice.title) }));
  switch (kind) {
    case 'checkbox':
      return left(await clack.confirm({ ...asked, initialValue: value === true }));
    case 'password':
      return left(await clack.password(asked)) ?? undefined;
    case 'dropdown':
      return left(await clack.autocomplete({ ...asked, options, maxItems: 12 }));
    case 'tags': {
      const initialValues = Array.isArray(value) ? value.map(String) : [];
      return left(
        await clack.autocompleteMultiselect({ ...asked, options, maxItems: 12, initialValues }),
      );
    }
    case 'date':
      return askDate(asked, value);
    case 'files':
      return askFiles(asked, value);
    default: {
      const initialValue = typeof value === 'string' ? value : '';
      return left(await clack.text({ ...asked, initialValue, placeholder: plain(placeholder) }));
    }
  }
}

function left<T>(answer: T): Exclude<T, symbol> | undefined {
  return typeof answer === 'symbol' ? undefined : (answer as Exclude<T, symbol>);
}

type Asked = Pick<clack.TextOptions, 'message' | 'input' | 'output'>;

async function askDate(asked: Asked, value: unknown): Promise<Date | null | undefined> {
  const written = await clack.text({
    ...asked,
    message: `${asked.message} (2026-02-28 or 2026-02-28 14:30; nothing for none)`,
    initialValue: value instanceof Date ? value.toISOString().slice(0, 16).replace('T', ' ') : '',
    validate: (text = '') =>
      text === '' || !Number.isNaN(toDate(text).getTime()) ? undefined : 'That is no date',
  });
  const text = left(written);
  if (text === undefined) return undefined;
  return text === '' ? null : toDate(text);
}

/** A date without a time is that day here, and not in another time zone. */
function toDate(text: string): Date {
  return new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text.replace(' ', 'T'));
}

async function askFiles(asked: Asked, value: unknown): Promise<string[] | undefined> {
  const before = Array.isArray(value) ? value.map(String).join(', ') : '';
  const written = left(
    await clack.text({
      ...asked,
      message: `${asked.message} (paths, with commas)`,
      initialValue: before,
    }),
  );
  if (written === undefined) return undefined;
  return written
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
}
