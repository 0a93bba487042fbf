import { LinkButton } from '@backstage/core-components';
import { HomeCard } from './HomeCard';

/** Where the demo's story begins. */
export function BudgetCard() {
  return (
    <HomeCard
      wide
      title="How much of its error budget has api-service left?"
      action={
        <LinkButton
          color="primary"
          variant="contained"
          to="/catalog/default/component/api-service"
        >
          Open api-service
        </LinkButton>
      }
    >
      It promises that 99.5 % of its requests succeed over 30 days, and that 95
      % of its orders are taken within half a second. An incident has cost it
      more than half of a budget; its page shows when, and what the policy asks
      for now. The history is demo data, pushed through the same interface as
      real measurements.
    </HomeCard>
  );
}
