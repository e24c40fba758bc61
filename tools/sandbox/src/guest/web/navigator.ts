import { defineInterface, requireInside } from './define-interface.ts';

/** Of HTML's navigator, what says who runs the code and in which language. */
export class Navigator {
  constructor(key?: unknown) {
    requireInside(key);
  }

  get userAgent(): string {
    return 'Orchestra';
  }

  get language(): string {
    return new Intl.DateTimeFormat().resolvedOptions().locale;
  }

  get languages(): readonly string[] {
    return Object.freeze([this.language]);
  }
}

defineInterface('Navigator', Navigator);
