/** As often as "multiple deploys per day" asks for at least. */
const ON_DEMAND = 1 + Number.EPSILON;

/**
 * The frequency that bands a scope, in deployments per day, from the median of its deployment days per week: who
 * deploys on three days of most weeks, "most working days", deploys on demand; who deploys in most weeks does so once
 * a week at least; else the mean decides, though never above less than once a week. A burst of deployments on one day
 * makes nobody elite.
 *
 * The steps are those of DORA's Four Keys project
 * (https://cloud.google.com/blog/products/devops-sre/using-the-four-keys-to-measure-your-devops-performance).
 *
 * @param medianDaysPerWeek - null without a complete week
 * @param perDay - mean over the exact days of the window
 * @returns null where either is unknown
 * @public
 */
export function frequencyForBand(options: {
  medianDaysPerWeek: number | null;
  perDay: number | null;
}): number | null {
  const { medianDaysPerWeek, perDay } = options;
  if (medianDaysPerWeek === null || perDay === null) {
    return null;
  }
  if (medianDaysPerWeek >= 3) {
    return ON_DEMAND;
  }
  return medianDaysPerWeek >= 1
    ? medianDaysPerWeek / 7
    : Math.min(perDay, 0.999 / 7);
}
