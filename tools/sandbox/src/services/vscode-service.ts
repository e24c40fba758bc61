import type { TextRange } from './services.ts';
import { ServiceError } from './service-error.ts';

/** A line of a tree view. */
export interface TreeLine {
  /** What it is opened, closed and chosen by. */
  number: number;
  label: string;
  description?: string;
  tooltip?: string;
  state: 'leaf' | 'closed' | 'open';
  /** Whether choosing it runs a command. */
  isClickable: boolean;
  children: TreeLine[];
}

/** A tree view as far as it is open. */
export interface TreeShown {
  /** As `contributes.views` names it. */
  id: string;
  lines: TreeLine[];
  /** Whether there are more lines than are shown. */
  isCut: boolean;
}

/** What is wrong with a text. Lines and columns are from 0. */
export interface ShownDiagnostic {
  range: TextRange;
  message: string;
  /** 0 an error, 1 a warning, 2 information, 3 a hint. */
  severity: number;
  source: string;
  code: string;
}

/** Diagnostics of one collection, by files. */
export interface ShownDiagnostics {
  name: string;
  files: { uri: string; diagnostics: ShownDiagnostic[] }[];
}

/** Something that answers about a language. */
export interface LanguageProvider {
  /** The part of its name between `register` and `Provider`: `Hover`. */
  kind: string;
  /**
   * Asks about a place of a file; line and column are from 0.
   *
   * @returns what the extension made of it, not checked; null where it says nothing
   */
  ask(question: { uri: string; line: number; column: number; text?: string }): Promise<unknown>;
  /** Does what an answer offers by a number. @returns what the extension made of it, not checked */
  apply(number: number): Promise<unknown>;
}

/** What extensions for VS Code show, and what they offer to the editor. */
export interface VscodeService {
  /** A part of what a channel prints. */
  print(channel: string, text: string): void;
  /** Called again whenever it changes; null when it is gone. `act` opens or closes a line (`toggle`), or chooses it. */
  showTree(
    id: number,
    tree: TreeShown | null,
    act: (name: 'toggle' | 'choose', line: number) => void,
  ): void;
  /** Called again whenever they change; null when they are gone. */
  showDiagnostics(id: number, shown: ShownDiagnostics | null): void;
  /** Null when it is gone. */
  addProvider(id: number, provider: LanguageProvider | null): void;
  /** Hands an address to the system: false where it isn't opened. */
  openExternal(address: string): Promise<boolean>;
}

/** For hosts that run none of these extensions: what is shown is lost, what is asked fails. */
export const missingVscode: VscodeService = {
  print: () => undefined,
  showTree: () => undefined,
  showDiagnostics: () => undefined,
  addProvider: () => undefined,
  openExternal: () => Promise.reject(new ServiceError('not-found', 'Nothing here opens addresses')),
};
