/** Texts of this part. */
export const inboxMessages = {} as const;
