import { defineRule } from './defineRule';

export const securityContextRule = defineRule({
  id: 'security-context',
  title: 'Restricted security context',
  description:
    'Containers follow the profile restricted of the Pod Security Standards: no root, no gain of privileges, no capabilities, a seccomp profile.',
  waivable: true,
});
