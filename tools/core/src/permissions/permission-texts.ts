import type { Permission } from '../schema/names.ts';

/** A permission's title, and what it lets an extension do, in plain words. */
export interface PermissionText {
  title: string;
  text: string;
  /** True for a permission that deserves a warning of its own wherever people decide. */
  dangerous: boolean;
}

/** Title and text for each permission. */
export const permissionTexts: Readonly<Record<Permission, PermissionText>> = {
  'filesystem.read': {
    title: 'Read files',
    text: 'Read and search the files of your workspace.',
    dangerous: false,
  },
  'filesystem.write': {
    title: 'Change files',
    text: 'Create, change, move and delete files of your workspace.',
    dangerous: false,
  },
  network: {
    title: 'Use the network',
    text: 'Connect to servers, and send and receive data.',
    dangerous: false,
  },
  'ai.chat': {
    title: 'Talk to AI models',
    text: 'Send prompts to the AI models that you have set up, at your cost.',
    dangerous: false,
  },
  'ai.embed': {
    title: 'Compute embeddings',
    text: 'Send texts to the AI models that you have set up, to compare them by meaning.',
    dangerous: false,
  },
  clipboard: {
    title: 'Use the clipboard',
    text: 'Read what you copied, and put something else there.',
    dangerous: false,
  },
  notifications: { title: 'Show notifications', text: 'Show messages to you.', dangerous: false },
  terminal: {
    title: 'Use the terminal',
    text: 'Open terminals and type into them.',
    dangerous: false,
  },
  git: {
    title: 'Use git',
    text: 'Read and change the git repository of your workspace.',
    dangerous: false,
  },
  secrets: {
    title: 'Keep secrets',
    text: 'Store and read its own passwords and tokens.',
    dangerous: false,
  },
  'system.exec': {
    title: 'Run any program',
    text: 'Run any program on your computer, with everything that you may do yourself.',
    dangerous: true,
  },
};
