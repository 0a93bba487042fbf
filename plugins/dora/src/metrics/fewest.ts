/** Fewer changes, deployments or recoveries make no value, no band and no trend. */
export const FEWEST = 5;
