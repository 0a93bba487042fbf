/** Texts of this part. */
export const formMessages = {} as const;
