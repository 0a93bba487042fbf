/** Texts of this part. */
export const requestMessages = {} as const;
