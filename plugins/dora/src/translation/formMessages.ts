/** What all forms say. */
export const formMessages = {
  saving: 'Saving',
  cancel: 'Cancel',
} as const;
