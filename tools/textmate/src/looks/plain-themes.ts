/** Colours for grammars of extensions that have no theme of their own. */
export const plainThemes = {
  'Plain dark': plainTheme({
    ground: ['#1b1d22', '#d4d7de'],
    comment: '#878e9c',
    keyword: '#c79bf0',
    text: '#9fd08c',
    number: '#f0a875',
    name: '#86b8f5',
    type: '#e8cd72',
    variable: '#d4d7de',
    invalid: '#f28b82',
  }),
  'Plain light': plainTheme({
    ground: ['#ffffff', '#2b2f36'],
    comment: '#6a7280',
    keyword: '#7a34b5',
    text: '#3d7a26',
    number: '#a8520c',
    name: '#1b5fb0',
    type: '#7d6400',
    variable: '#2b2f36',
    invalid: '#b3261e',
  }),
} as const;

interface Colours extends Record<
  'comment' | 'keyword' | 'text' | 'number' | 'name' | 'type' | 'variable' | 'invalid',
  string
> {
  ground: readonly [background: string, foreground: string];
}

function plainTheme(colours: Colours): string {
  const rule = (scope: string, foreground: string, fontStyle?: string) => ({
    scope,
    settings: { foreground, ...(fontStyle !== undefined && { fontStyle }) },
  });
  const [background, foreground] = colours.ground;
  return JSON.stringify({
    colors: { 'editor.background': background, 'editor.foreground': foreground },
    tokenColors: [
      rule('comment', colours.comment, 'italic'),
      rule('keyword, storage, punctuation.definition.keyword', colours.keyword),
      rule('string, markup.inline.raw, markup.inserted', colours.text),
      rule('constant, string constant', colours.number),
      rule('entity.name.function, support.function, entity.name.tag', colours.name),
      rule('entity.name.type, support.type, support.class, entity.other', colours.type),
      rule('variable', colours.variable),
      rule('markup.heading, markup.bold', colours.name, 'bold'),
      rule('markup.italic', foreground, 'italic'),
      rule('invalid, markup.deleted', colours.invalid),
    ],
  });
}
