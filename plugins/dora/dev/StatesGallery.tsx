import { makeStyles } from '@material-ui/core/styles';
import { Content } from '@backstage/core-components';
import { reading } from '../src/__fixtures__/lists';
import { now } from '../src/__fixtures__/now';
import {
  LoadError,
  NoSourceConfigured,
  NoSourceForService,
  NothingFailed,
  ReadingHistory,
  TooFew,
} from '../src/components/states';
import { TabCard } from '../src/components/TabCard';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      [theme.breakpoints.down(1000)]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
  }),
  { name: 'DoraStatesGallery' },
);

/** Part 7 of the mock-up: what stands where there is no number. */
export function StatesGallery() {
  const classes = useStyles();
  return (
    <Content>
      <div className={classes.grid}>
        <TabCard title="Change lead time">
          <TooFew
            what="changes"
            n={3}
            valuesSeconds={[15000, 81060, 97200]}
            longerTo="/states"
          />
        </TabCard>
        <TabCard title="No source for this service">
          <NoSourceForService
            name="api-service"
            lookedFor={[
              'The GitOps repository has no file environments/<environment>/api-service/values.yaml.',
            ]}
          />
        </TabCard>
        <TabCard title="Reading the history">
          <ReadingHistory source={reading} now={now} timeZone="Europe/London" />
        </TabCard>
        <TabCard title="Failed deployment recovery time">
          <NothingFailed deployments={139} />
        </TabCard>
        <TabCard title="No source configured">
          <NoSourceConfigured />
        </TabCard>
        <TabCard title="Numbers could not be loaded">
          <LoadError error={new Error('Failed to fetch')} retry={() => {}} />
        </TabCard>
      </div>
    </Content>
  );
}
