/** The most cards on one page. */
export const longestList = 96;
