import { defineRule } from './defineRule';

export const kubernetesSchemaRule = defineRule({
  id: 'kubernetes-schema',
  title: 'Manifests fit the Kubernetes API',
  description:
    'Manifests have only fields that the API knows, with the types that it expects.',
  waivable: false,
});
