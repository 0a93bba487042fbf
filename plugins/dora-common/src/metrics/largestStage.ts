/**
 * The stage with the largest share; the earlier one of two equal ones, and undefined where no change was shipped.
 *
 * @public
 */
export function largestStage<S extends { share: number | null }>(
  stages: S[],
): (S & { share: number }) | undefined {
  return stages
    .filter((stage): stage is S & { share: number } => stage.share !== null)
    .reduce<(S & { share: number }) | undefined>(
      (largest, stage) =>
        largest && largest.share >= stage.share ? largest : stage,
      undefined,
    );
}
