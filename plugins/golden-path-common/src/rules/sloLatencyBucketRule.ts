import { defineRule } from './defineRule';

export const sloLatencyBucketRule = defineRule({
  id: 'slo-latency-bucket',
  title: 'Latency targets are buckets',
  description:
    'The target of a latency objective is a bucket of the histogram that the application has, or it cannot be measured exactly.',
  waivable: false,
});
