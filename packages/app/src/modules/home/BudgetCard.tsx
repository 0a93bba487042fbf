import { LinkButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { HomeCard } from './HomeCard';

const useStyles = makeStyles(
  {
    // As the buttons of the cards that it leads to
    button: {
      fontSize: 14,
      fontWeight: 600,
      textTransform: 'none',
      letterSpacing: 'normal',
    },
  },
  { name: 'PortalBudgetCard' },
);

/** Where the demo's story begins. */
export function BudgetCard() {
  const classes = useStyles();
  return (
    <HomeCard
      wide
      title="How much of its error budget has api-service left?"
      action={
        <LinkButton
          color="primary"
          variant="contained"
          disableElevation
          className={classes.button}
          to="/catalog/default/component/api-service"
        >
          Open api-service
        </LinkButton>
      }
    >
      It promises that 99.5&#x202f;% of its requests succeed over 30&nbsp;days,
      and that 95&#x202f;% of its orders are taken within half a second. An
      incident has cost it more than half of a budget; its page shows when, and
      what the policy asks for now. The history is demo data, pushed through the
      same interface as real measurements.
    </HomeCard>
  );
}
