/** Texts of this part. */
export const insightMessages = {} as const;
