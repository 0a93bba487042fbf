/** Where lead time goes. */
export const stageMessages = {
  title: 'Where lead time goes',
  name: {
    coding: 'Coding',
    pickup: 'Pickup',
    review: 'Review',
    integration: 'Integration',
    promotion: 'Promotion',
    rollout: 'Rollout',
  },
};
