import { defineRule } from './defineRule';

export const defaultDenyNetworkRule = defineRule({
  id: 'default-deny-network',
  title: 'Network closed by default',
  description:
    'A namespace lets nothing in and nothing out but what a network policy allows.',
  waivable: false,
});
