export * from './checks/check-files.ts';
export * from './checks/check-package.ts';
export * from './checks/check-pre-release.ts';
export * from './checks/check.ts';
export * from './checks/find-documents.ts';
export * from './checks/needs-review.ts';
export * from './checks/review-hint.ts';
export * from './checks/secret-files.ts';
