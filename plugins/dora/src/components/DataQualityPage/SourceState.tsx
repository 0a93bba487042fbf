import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import ErrorIcon from '@material-ui/icons/Error';
import ClockIcon from '@material-ui/icons/Schedule';
import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import { formatDuration } from '../../format/formatDuration';
import type { MomentContext } from '../../format/MomentContext';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';
import { ReadingHistory } from '../states';

const useStyles = makeStyles(
  { narrow: { maxWidth: 480 } },
  { name: 'DoraSourceState' },
);

/** Sources that are read, at their own times; the others are sent what happens. */
const READ = ['gitops', 'git', 'github'];

/** How one source fares, and what it could not use. */
export function SourceState(props: {
  source: DoraSourceStatus;
  context: MomentContext;
}) {
  const { source, context } = props;
  const t = useDoraTranslation();
  const { warnings } = source;
  return (
    <>
      <Word source={source} context={context} />
      {warnings.length > 0 && (
        <details className="small">
          <summary>
            {t('quality.sources.warnings', { count: warnings.length })}
          </summary>
          <ul>
            {warnings.map(warning => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Word(props: { source: DoraSourceStatus; context: MomentContext }) {
  const { source, context } = props;
  const { state, type, lastSeenAt, error } = source;
  const classes = useStyles();
  const t = useDoraTranslation();
  const isRead = READ.includes(type);
  const age = (at: string) =>
    // The clocks of sources may be ahead.
    formatDuration(Math.max(0, context.now.getTime() - Date.parse(at)) / 1000);
  if (state === 'backfilling') {
    return (
      <div className={classes.narrow}>
        <ReadingHistory
          source={source}
          now={context.now}
          timeZone={context.timeZone}
        />
      </div>
    );
  }
  if (state === 'failing') {
    return (
      <IconWord icon={ErrorIcon} tone="bad">
        {t('quality.sources.failing')}
        {error && <div>{error}</div>}
        {lastSeenAt && (
          <div className="small">
            {t('quality.sources.lastGood', { age: age(lastSeenAt) })}
          </div>
        )}
      </IconWord>
    );
  }
  if (!lastSeenAt || state === 'waiting') {
    return (
      <IconWord icon={ClockIcon} tone="quiet">
        {isRead
          ? t('quality.sources.waitingPass')
          : t('quality.sources.waiting')}
      </IconWord>
    );
  }
  return (
    <IconWord icon={CheckIcon} tone="ok">
      {isRead
        ? t('quality.sources.read', { age: age(lastSeenAt) })
        : t('quality.sources.lastEvent', { age: age(lastSeenAt) })}
    </IconWord>
  );
}
