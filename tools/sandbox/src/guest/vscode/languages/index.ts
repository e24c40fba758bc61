import { guest } from 'orchestra:api';
import { register } from '../ask-host.ts';
import { openDocuments, openTextDocument } from '../documents/open-documents.ts';
import type { TextDocument } from '../documents/text-document.ts';
import { Disposable } from '../types/events.ts';
import { Position } from '../types/positions.ts';
import { Uri } from '../types/uri.ts';
import { answers, asker } from './answers.ts';
import {
  createDiagnosticCollection,
  getDiagnostics,
  onDidChangeDiagnostics,
} from './diagnostics.ts';
import { match, type Selector } from './match.ts';

/** Providers that nobody asks here, since a terminal shows nothing of what they say. */
const unasked =
  `CallHierarchy Color DocumentColor DocumentDropEdit DocumentHighlight DocumentLink DocumentPasteEdit
DocumentRangeSemanticTokens DocumentSemanticTokens EvaluatableExpression FoldingRange InlayHints InlineCompletionItem
InlineValues LinkedEditingRange OnTypeFormattingEdit SelectionRange TypeHierarchy`.split(/\s+/);

function makeRegister(kind: string) {
  return function registerProvider(selector: Selector, provider: object): Disposable {
    if (typeof provider !== 'object' || provider === null)
      throw new TypeError(`register${kind}Provider() needs a provider.`);
    const answer = answers[kind];
    const ask = asker(provider);
    const kept = guest.link.keepCallback(async (given: Asked) => {
      const document = await documentOf(given.uri);
      if (document === undefined || match(selector, document) === 0) return null;
      const position = document.validatePosition(new Position(given.line, given.column));
      return answer?.(ask, { document, position, text: given.text ?? '' }) ?? null;
    });
    const member = `languages.register${kind}Provider`;
    const registered = register(member, [kind, kept.id], { caller: registerProvider });
    return new Disposable(() => {
      kept.drop();
      registered.dispose();
    });
  };
}

/** What the host asks of a provider. */
interface Asked {
  uri: string;
  line: number;
  column: number;
  text?: string;
}

async function documentOf(address: string): Promise<TextDocument | undefined> {
  const uri = Uri.parse(address);
  const open = openDocuments().find((one) => one.uri.toString() === uri.toString());
  return open ?? openTextDocument(uri).catch(() => undefined);
}

/** A provider of symbols of the workspace has no documents. */
function registerWorkspaceSymbolProvider(): Disposable {
  return new Disposable(() => undefined);
}

const registers = Object.fromEntries(
  [...Object.keys(answers), ...unasked].map(
    (kind) => [`register${kind}Provider`, makeRegister(kind)] as const,
  ),
);

let status = 0;

/** Items of a language's status are kept, and shown by nobody here. */
function createLanguageStatusItem(id: string, selector: Selector) {
  status += 1;
  return {
    id,
    selector,
    name: undefined,
    severity: 0,
    text: '',
    detail: '',
    busy: false,
    number: status,
    dispose: () => undefined,
  };
}

/** `vscode.languages`. */
export const languages = Object.freeze({
  ...registers,
  registerWorkspaceSymbolProvider,
  createDiagnosticCollection,
  getDiagnostics,
  onDidChangeDiagnostics,
  match: (selector: Selector, document: TextDocument) => match(selector, document),
  getLanguages: async () => [...new Set(openDocuments().map(({ languageId }) => languageId))],
  setTextDocumentLanguage: async (document: TextDocument) => document,
  setLanguageConfiguration: () => new Disposable(() => undefined),
  createLanguageStatusItem,
});
