import type {
  LatchedThreshold,
  PolicyThreshold,
} from '@golden-path/backstage-plugin-slo-common';

/**
 * The step of a policy that holds now, and since when in seconds since the epoch: of those that are latched the
 * highest that the policy has. While data are frozen, a policy may have others than were latched under the last one.
 */
export function activeStep(
  policy: PolicyThreshold[],
  latched: LatchedThreshold[],
): (PolicyThreshold & { since: number }) | undefined {
  return policy
    .flatMap(step => {
      const held = latched.find(
        ({ threshold }) => threshold === step.threshold,
      );
      return held ? [{ ...step, since: held.since }] : [];
    })
    .sort((a, b) => a.threshold - b.threshold)
    .at(-1);
}
