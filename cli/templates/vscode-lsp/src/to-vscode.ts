import * as vscode from 'vscode';
import type { CompletionItem, Diagnostic, DocumentSymbol, Hover, Range } from './server/protocol';

/** A range of the protocol as the editor has it. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function toDiagnostic({ range, severity, message }: Diagnostic): vscode.Diagnostic {
  const { Error, Warning } = vscode.DiagnosticSeverity;
  return new vscode.Diagnostic(toRange(range), message, severity === 'error' ? Error : Warning);
}

export function toCompletionItem({ label, kind, detail }: CompletionItem): vscode.CompletionItem {
  const { Keyword, Variable } = vscode.CompletionItemKind;
  const item = new vscode.CompletionItem(label, kind === 'keyword' ? Keyword : Variable);
  item.detail = detail;
  return item;
}

export function toHover({ contents, range }: Hover): vscode.Hover {
  return new vscode.Hover(new vscode.MarkdownString(contents), toRange(range));
}

export function toSymbol(symbol: DocumentSymbol): vscode.DocumentSymbol {
  const { name, detail, range, selectionRange } = symbol;
  const { Variable } = vscode.SymbolKind;
  return new vscode.DocumentSymbol(name, detail, Variable, toRange(range), toRange(selectionRange));
}
