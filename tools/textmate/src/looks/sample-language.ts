import type { IRawGrammar } from 'vscode-textmate';

/** A text that has a little of everything that themes colour, for themes that are looked at without another file. */
export const sampleFile = {
  path: 'sample.ts',
  text: `// Tides of a harbour, by the hour
import { readFile } from 'node:fs/promises';

/** How high the water stands. */
export interface Tide {
  readonly at: Date;
  height: number;
}

const limits = { low: -1.5, high: 0x1f, isOpen: true, last: null };

export class Harbour extends Place {
  constructor(private readonly name: string) {
    super(name);
  }

  async next(hours = 6): Promise<Tide[]> {
    const text = await readFile(\`./tides/\${this.name}.csv\`, 'utf8');
    if (!/^\\d+;/.test(text)) throw new Error("no tides\\n");
    return text.split('\\n').map((line) => toTide(line, hours * 60));
  }
}
`,
};

/**
 * A grammar for {@link sampleFile}, which names things as grammars of TypeScript do. It knows enough of the language for
 * the sample, and of other files of TypeScript and JavaScript most.
 */
export const sampleGrammar = {
  scopeName: 'source.ts',
  patterns: [{ include: '#code' }],
  repository: {
    $self: {},
    $base: {},
    code: {
      patterns: [
        { include: '#comments' },
        { include: '#strings' },
        { include: '#expressions' },
        { include: '#declarations' },
        { include: '#words' },
        { include: '#names' },
        { include: '#marks' },
      ],
    },
    comments: {
      patterns: [
        { name: 'comment.line.double-slash.ts', match: '//.*$' },
        { name: 'comment.block.documentation.ts', begin: '/\\*\\*', end: '\\*/' },
        { name: 'comment.block.ts', begin: '/\\*', end: '\\*/' },
      ],
    },
    escape: { name: 'constant.character.escape.ts', match: '\\\\(?:u[0-9a-fA-F]{4}|.)' },
    strings: {
      patterns: [
        {
          name: 'string.quoted.single.ts',
          begin: "'",
          end: "'|$",
          patterns: [{ include: '#escape' }],
        },
        {
          name: 'string.quoted.double.ts',
          begin: '"',
          end: '"|$',
          patterns: [{ include: '#escape' }],
        },
        {
          name: 'string.template.ts',
          begin: '`',
          end: '`',
          patterns: [
            { include: '#escape' },
            {
              name: 'meta.template.expression.ts',
              begin: '(\\$\\{)',
              end: '(\\})',
              captures: { 1: { name: 'punctuation.definition.template-expression.ts' } },
              patterns: [{ include: '#code' }],
            },
          ],
        },
      ],
    },
    expressions: {
      name: 'string.regexp.ts',
      match: '(?<=[(,=:!&|?{}\\[;]|^)\\s*/(?![*/])(?:\\\\.|\\[[^\\]]*\\]|[^/\\\\\\[])+/[a-z]*',
    },
    declarations: {
      patterns: [
        {
          match: '\\b(class|interface|enum|type)\\s+([A-Za-z_$][\\w$]*)',
          captures: {
            1: { name: 'storage.type.class.ts' },
            2: { name: 'entity.name.type.class.ts' },
          },
        },
        {
          match: '\\b(extends|implements)\\s+([A-Za-z_$][\\w$]*)',
          captures: {
            1: { name: 'storage.modifier.ts' },
            2: { name: 'entity.other.inherited-class.ts' },
          },
        },
        {
          match: '(:)\\s*(string|number|boolean|void|unknown|never|any)\\b',
          captures: {
            1: { name: 'keyword.operator.type.annotation.ts' },
            2: { name: 'support.type.primitive.ts' },
          },
        },
        {
          match: '\\b(const)\\s+([A-Za-z_$][\\w$]*)',
          captures: { 1: { name: 'storage.type.ts' }, 2: { name: 'variable.other.constant.ts' } },
        },
      ],
    },
    words: {
      patterns: [
        {
          name: 'keyword.control.ts',
          match:
            '\\b(?:import|from|export|if|else|for|while|return|throw|await|try|catch|switch|case|default)\\b',
        },
        { name: 'keyword.operator.new.ts', match: '\\b(?:new|typeof|instanceof|in|of)\\b' },
        {
          name: 'storage.modifier.ts',
          match: '\\b(?:async|private|public|protected|readonly|static)\\b',
        },
        { name: 'storage.type.ts', match: '\\b(?:const|let|var|function|constructor)\\b|=>' },
        { name: 'constant.language.ts', match: '\\b(?:true|false|null|undefined)\\b' },
        { name: 'variable.language.ts', match: '\\b(?:this|super)\\b' },
        { name: 'constant.numeric.ts', match: '\\b(?:0x[0-9a-fA-F]+|\\d+(?:\\.\\d+)?)\\b' },
      ],
    },
    names: {
      patterns: [
        { name: 'support.class.ts', match: '\\b(?:Promise|Date|Error|Map|Set|Array|Object)\\b' },
        { name: 'entity.name.function.ts', match: '[A-Za-z_$][\\w$]*(?=\\s*\\()' },
        { name: 'meta.object-literal.key.ts', match: '[A-Za-z_$][\\w$]*(?=\\s*:)' },
        { name: 'variable.other.property.ts', match: '(?<=\\.)[A-Za-z_$][\\w$]*' },
        { name: 'entity.name.type.ts', match: '\\b[A-Z][\\w$]*' },
        { name: 'variable.other.readwrite.ts', match: '[A-Za-z_$][\\w$]*' },
      ],
    },
    marks: {
      patterns: [
        { name: 'keyword.operator.ts', match: '[-+*%=!<>&|?:]+|/' },
        { name: 'punctuation.terminator.statement.ts', match: ';' },
        { name: 'punctuation.separator.comma.ts', match: ',' },
        { name: 'meta.brace.ts', match: '[(){}\\[\\]]' },
      ],
    },
  },
} satisfies IRawGrammar;

/** Endings of files that {@link sampleGrammar} colours. */
export const sampleEndings = ['.ts', '.js', '.mts', '.mjs'];
