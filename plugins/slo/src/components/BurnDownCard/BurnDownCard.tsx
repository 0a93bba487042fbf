import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import type {
  Episode,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import type { BurnDownView } from '../../burnDown/BurnDownView';
import { chartRanges } from '../../burnDown/chartRanges';
import { formatSpan } from '../../format/formatDuration';
import { useBurnDown } from '../../hooks/useBurnDown';
import { chartFoot } from '../../slo/cardFoot';
import { windowSeconds } from '../../slo/windowSeconds';
import { useToggleStyles } from '../../theme/useToggleStyles';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { CardFoot } from '../CardFoot';
import { Segments } from '../Segments';
import { Loaded, TabCard } from '../TabCard';
import { BurnDownContent } from './BurnDownContent';
import { OldQueryNotice } from './OldQueryNotice';

/** Room for chart, bars and caption, so that nothing below them moves. */
const HEIGHT = 480;

const useStyles = makeStyles(
  theme => ({
    controls: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
      // In two rows, so that the title keeps its place beside them
      [theme.breakpoints.down(860)]: { maxWidth: 280 },
    },
    table: { '&&': { fontWeight: 600, color: theme.palette.text.primary } },
  }),
  { name: 'SloBurnDownCard' },
);

/** When the budget went. */
export function BurnDownCard(props: {
  slo: SloStatus;
  episodes: Episode[];
  now: Date;
  /** Shows the numbers of this earlier query. */
  generation?: number;
  onPresent: () => void;
}) {
  const { slo, episodes, now, generation, onPresent } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const toggleClasses = useToggleStyles();
  const ranges = chartRanges(windowSeconds(slo.window));
  const [mode, setMode] = useState<BurnDownView['mode']>('window');
  const [rangeSeconds, setRangeSeconds] = useState(ranges[0]);
  const [isTable, setIsTable] = useState(false);
  const previous = slo.data.previousGeneration;
  const old =
    previous && previous.generation === generation ? previous : undefined;
  const request = useBurnDown({ slo, mode, rangeSeconds, old, now });
  return (
    <TabCard
      title={t('burnDown.title')}
      controls={
        <div className={classes.controls}>
          <Segments
            label={t('burnDown.mode')}
            options={[
              { value: 'window', text: t('burnDown.window') },
              { value: 'rolling', text: t('burnDown.rolling') },
            ]}
            value={mode}
            onChange={setMode}
          />
          <Segments
            label={t('burnDown.range')}
            options={ranges.map(value => ({ value, text: formatSpan(value) }))}
            value={rangeSeconds}
            onChange={setRangeSeconds}
          />
          <ToggleButton
            className={classes.table}
            classes={toggleClasses}
            size="small"
            value="table"
            selected={isTable}
            onChange={() => setIsTable(!isTable)}
          >
            {t('burnDown.table')}
          </ToggleButton>
        </div>
      }
    >
      {old && (
        <OldQueryNotice until={old.until} now={now} onPresent={onPresent} />
      )}
      <Loaded
        request={request}
        label={t('burnDown.loading')}
        errorTitle={t('burnDown.error')}
        height={HEIGHT}
      >
        {burnDown => (
          <BurnDownContent
            slo={slo}
            burnDown={burnDown}
            episodes={old ? [] : episodes}
            isTable={isTable}
            now={now}
            height={HEIGHT}
          />
        )}
      </Loaded>
      <CardFoot parts={chartFoot({ slo, now, t })} />
    </TabCard>
  );
}
