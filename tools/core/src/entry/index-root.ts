/** Folder of the registry's repository that holds the index. */
export const indexRoot = 'registry-index';
