import { makeStyles } from '@material-ui/core/styles';
import { Content } from '@backstage/core-components';
import {
  brokenApi,
  fixtureApi,
  silentApi,
} from '../src/__fixtures__/fixtureApi';
import { entityBudget } from '../src/__fixtures__/slos';
import { states } from '../src/__fixtures__/states';
import { SloCard } from '../src/components/SloCard';
import { Frame } from './Frame';

const useStyles = makeStyles(
  theme => ({
    wide: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: '2fr 1fr',
      marginBottom: theme.spacing(6),
      [theme.breakpoints.down(1100)]: { gridTemplateColumns: '1fr' },
    },
    half: {
      display: 'grid',
      gap: theme.spacing(3),
      alignItems: 'start',
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      [theme.breakpoints.down(1100)]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
  }),
  { name: 'SloCardGallery' },
);

const apis = {
  loading: silentApi,
  loadError: brokenApi,
  ...Object.fromEntries(
    Object.entries(states).map(([name, budget]) => [name, fixtureApi(budget)]),
  ),
  several: fixtureApi({
    ...entityBudget,
    slos: [
      ...states.stale.slos,
      ...states.partial.slos,
      ...states.page.slos.map(slo => ({ ...slo, id: 'third', name: 'uptime' })),
    ],
  }),
};

/** Parts 1 and 2 of the mock-up: the wide card, then every state at half width. */
export function CardGallery() {
  const classes = useStyles();
  return (
    <Content>
      <div className={classes.wide}>
        <Frame api={fixtureApi(states.ordinary)}>
          <SloCard />
        </Frame>
      </div>
      <div className={classes.half}>
        {Object.entries(apis).map(([name, api]) => (
          <Frame key={name} api={api}>
            <SloCard />
          </Frame>
        ))}
      </div>
    </Content>
  );
}
