import { catalogInfoRule } from './catalogInfoRule';
import { defaultDenyNetworkRule } from './defaultDenyNetworkRule';
import { dockerfileRule } from './dockerfileRule';
import { driftDetectionRule } from './driftDetectionRule';
import { hclReferenceRule } from './hclReferenceRule';
import { imageScanCriticalRule } from './imageScanCriticalRule';
import { imageSourceRule } from './imageSourceRule';
import { kubernetesSchemaRule } from './kubernetesSchemaRule';
import { privilegedContainerRule } from './privilegedContainerRule';
import { probesRule } from './probesRule';
import { readOnlyRootRule } from './readOnlyRootRule';
import { resourceLimitsRule } from './resourceLimitsRule';
import { securityContextRule } from './securityContextRule';
import { sloDocumentRule } from './sloDocumentRule';
import { sloLatencyBucketRule } from './sloLatencyBucketRule';
import { sloRequiredRule } from './sloRequiredRule';
import { terraformOnlyRule } from './terraformOnlyRule';
import { valuesSchemaRule } from './valuesSchemaRule';
import { workflowLintRule } from './workflowLintRule';
import { yamlSyntaxRule } from './yamlSyntaxRule';
import type { GoldenPathRule } from './GoldenPathRule';

/**
 * All rules that the checks of the golden path know, in the order in which they are listed to people: those on pods first.
 *
 * @public
 */
export const goldenPathRules: readonly GoldenPathRule[] = [
  resourceLimitsRule,
  probesRule,
  privilegedContainerRule,
  readOnlyRootRule,
  securityContextRule,
  imageSourceRule,
  defaultDenyNetworkRule,
  imageScanCriticalRule,
  terraformOnlyRule,
  sloRequiredRule,
  driftDetectionRule,
  valuesSchemaRule,
  kubernetesSchemaRule,
  workflowLintRule,
  hclReferenceRule,
  dockerfileRule,
  sloDocumentRule,
  sloLatencyBucketRule,
  catalogInfoRule,
  yamlSyntaxRule,
];
