/** Folder of the registry's repository that holds the index; everything else of it is code. */
export const indexRoot = 'registry-index';
