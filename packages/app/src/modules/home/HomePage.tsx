import { Content } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { BudgetCard } from './BudgetCard';
import { LinkCard } from './LinkCard';
import { SignedInCard } from './SignedInCard';

const useStyles = makeStyles(
  theme => ({
    root: { maxWidth: 1200, margin: '0 auto' },
    title: {
      fontSize: 24,
      fontWeight: 600,
      lineHeight: '32px',
      marginBottom: theme.spacing(1),
    },
    intro: { maxWidth: 720, marginBottom: theme.spacing(3) },
    cards: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      '@media (max-width: 1100px)': {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
      '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
  }),
  { name: 'PortalHomePage' },
);

/** Leads to what the portal offers, and first to the question that the demo is about. */
export function HomePage() {
  const classes = useStyles();
  const title = useApi(configApiRef).getString('app.title');

  return (
    <Content>
      <div className={classes.root}>
        <Typography component="h1" className={classes.title}>
          {title}
        </Typography>
        <Typography className={classes.intro}>
          Every service states how reliable it means to be. The portal measures
          it, shows what is left of its error budget, and says what the team
          agreed to do when it runs low. Beside it stands how fast and how
          safely the service is delivered, what holds it back, and which rules
          of the golden path it may leave for a while.
        </Typography>
        <div className={classes.cards}>
          <BudgetCard />
          <SignedInCard />
          <LinkCard
            title="A service that is right from its first commit"
            links={[
              {
                to: '/create/templates/default/kubernetes-service',
                text: 'Create a Kubernetes service',
              },
              {
                to: '/create/templates/default/ecs-service',
                text: 'Create an ECS service',
              },
            ]}
          >
            Application, image, chart or Terraform, pipeline, SLOs and the pull
            request that deploys it. Every file is shown and checked before
            anything is made.
          </LinkCard>
          <LinkCard
            title="How fast and how safely do we deliver?"
            links={[
              { to: '/dora', text: 'Open DORA' },
              {
                to: '/catalog/default/group/publishing-team/dora',
                text: 'DORA of publishing-team',
              },
              {
                to: '/catalog/default/component/api-service/dora',
                text: 'DORA of api-service',
              },
            ]}
          >
            Five metrics from the histories of repositories and from incidents:
            from a number to the deployments behind it, and to the stage that
            costs most.
          </LinkCard>
          <LinkCard
            title="Who leaves the golden path, and until when?"
            links={[
              { to: '/escape-hatches', text: 'Open escape hatches' },
              {
                to: '/catalog/default/component/special-ml-workload',
                text: 'Open special-ml-workload',
              },
              {
                to: '/catalog/default/group/ml-team/escape-hatches',
                text: 'Escape hatches of ml-team',
              },
            ]}
          >
            An escape hatch is an exception from a rule that others have
            approved, with a reason and an end. Gates and clusters read it from
            here; after its end the rule applies again.
          </LinkCard>
          <LinkCard
            title="The portal's own SLO"
            links={[
              {
                to: '/catalog/default/component/developer-portal',
                text: 'Open developer-portal',
              },
            ]}
          >
            The backend counts its own HTTP requests. Click around, and a minute
            later the numbers have moved.
          </LinkCard>
          <LinkCard
            title="How an SLO is written"
            links={[
              {
                to: '/create/templates/default/add-slo',
                text: 'Add an SLO',
              },
              {
                to: '/docs/default/component/api-service',
                text: 'Read the docs of api-service',
              },
            ]}
          >
            An SLO is a YAML file in the service's repository. A template writes
            the first one; the docs say what it promises, and how it gets here.
          </LinkCard>
          <LinkCard
            title="Catalog and templates"
            links={[
              { to: '/catalog', text: 'Open the catalog' },
              { to: '/create', text: 'Create a component' },
            ]}
          >
            Services, their systems and the teams that own them. Members of a
            group add their own, from a template or by registering it.
          </LinkCard>
        </div>
      </div>
    </Content>
  );
}
