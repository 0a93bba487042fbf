/** From so many teams on the golden path needs updating. */
const MARK_TEAMS = 3;
/** The shortest scale, so that the mark never stands at the end. */
const LEAST_SCALE = 4;

/** How far a bar of teams and the mark reach, in percent of the scale that all rows share. */
export function demandBar(options: { teams: number; mostTeams: number }): {
  width: number;
  mark: number;
} {
  const scale = Math.max(LEAST_SCALE, options.mostTeams);
  return {
    width: (options.teams / scale) * 100,
    mark: (MARK_TEAMS / scale) * 100,
  };
}
