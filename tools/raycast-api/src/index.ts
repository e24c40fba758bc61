export * from '@orchestra/sandbox/raycast';
