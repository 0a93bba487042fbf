import { defineRule } from './defineRule';

export const imageScanCriticalRule = defineRule({
  id: 'image-scan-critical',
  title: 'No critical vulnerabilities in images',
  description:
    'The pipeline scans the image before it is pushed and stops at a vulnerability that is CRITICAL.',
  waivable: true,
});
