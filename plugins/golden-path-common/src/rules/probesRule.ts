import { defineRule } from './defineRule';

export const probesRule = defineRule({
  id: 'probes',
  title: 'Liveness and readiness probes',
  description:
    'Every container says when it is alive and when it is ready, so that a broken one is restarted and gets no traffic.',
  waivable: true,
});
