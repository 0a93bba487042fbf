/** From so many teams on, the golden path needs updating. */
export const SIGNAL_TEAMS = 3;

/** Where there are fewer services, their share says nothing. */
const FEWEST_SERVICES = 20;

/**
 * Whether so many want to leave a rule that it is not them but the golden path: 3 teams, or a tenth of the services
 * where there are at least 20.
 */
export function demandSignal(options: {
  /** Distinct owner teams that asked. */
  teams: number;
  /** Distinct services that they asked for. */
  services: number;
  /** Services that there are. */
  servicesTotal: number;
}): boolean {
  const { teams, services, servicesTotal } = options;
  return (
    teams >= SIGNAL_TEAMS ||
    (servicesTotal >= FEWEST_SERVICES && services * 10 >= servicesTotal)
  );
}
