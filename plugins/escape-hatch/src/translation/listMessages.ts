/** Texts of this part. */
export const listMessages = {} as const;
