/** Short lists that lead to pages of their own. */
export const summaryMessages = {
  deployments: 'Deployments',
};
