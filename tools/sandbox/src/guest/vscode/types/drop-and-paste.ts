/** A kind of what is dropped or pasted, one within another by dots. */
export class DocumentDropOrPasteEditKind {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  append(...parts: string[]): DocumentDropOrPasteEditKind {
    return new DocumentDropOrPasteEditKind(
      [this.value, ...parts].filter((part) => part !== '').join('.'),
    );
  }

  contains(other: DocumentDropOrPasteEditKind): boolean {
    return (
      this.value === '' || other.value === this.value || other.value.startsWith(`${this.value}.`)
    );
  }

  intersects(other: DocumentDropOrPasteEditKind): boolean {
    return this.contains(other) || other.contains(this);
  }

  static readonly Empty = new DocumentDropOrPasteEditKind('');
  static readonly Text = new DocumentDropOrPasteEditKind('text');
  static readonly TextUpdateImports = new DocumentDropOrPasteEditKind('text.updateImports');
}

export class DocumentDropEdit {
  insertText: unknown;
  title: string | undefined;
  kind: DocumentDropOrPasteEditKind | undefined;
  additionalEdit: unknown;
  yieldTo: unknown;

  constructor(insertText: unknown, title?: string, kind?: DocumentDropOrPasteEditKind) {
    this.insertText = insertText;
    this.title = title;
    this.kind = kind;
  }
}

export class DocumentPasteEdit {
  insertText: unknown;
  title: string;
  kind: DocumentDropOrPasteEditKind;
  additionalEdit: unknown;
  yieldTo: unknown;

  constructor(insertText: unknown, title: string, kind: DocumentDropOrPasteEditKind) {
    this.insertText = insertText;
    this.title = title;
    this.kind = kind;
  }
}

/** A group of tasks, by its id. */
export class TaskGroup {
  readonly id: string;
  readonly label: string;
  readonly isDefault = undefined;

  constructor(id: string, label: string) {
    this.id = id;
    this.label = label;
  }

  static readonly Clean = new TaskGroup('clean', 'Clean');
  static readonly Build = new TaskGroup('build', 'Build');
  static readonly Rebuild = new TaskGroup('rebuild', 'Rebuild');
  static readonly Test = new TaskGroup('test', 'Test');
}
