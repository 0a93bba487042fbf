/** Texts of this part. */
export const entityMessages = {} as const;
