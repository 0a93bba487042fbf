import { makeStyles } from '@material-ui/core/styles';
import type {
  Stage,
  StageName,
} from '@golden-path/backstage-plugin-dora-common';
import { formatDuration } from '../../format/formatDuration';
import { formatPercent } from '../../format/formatPercent';
import { FEWEST } from '../../metrics/fewest';
import { stageRows } from '../../stages/stageRows';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';

const useStyles = makeStyles(
  theme => ({
    bar: {
      height: 8,
      minWidth: 1,
      marginTop: 4,
      borderRadius: 1,
      background: statusTone(theme).bar,
    },
    accent: { background: theme.palette.primary.main },
  }),
  { name: 'DoraStagesTable' },
);

/** Share, median and mean of each stage: the mean below, because a few long waits make most of a share. */
export function StagesTable(props: {
  stages: Stage[];
  /** The one whose bar stands out. */
  bottleneck?: StageName;
}) {
  const { stages, bottleneck } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const { known, isOpeningUnknown, unknown } = stageRows(stages);
  const notes = [
    ...(isOpeningUnknown ? [t('stage.noOpening')] : []),
    ...unknown.map(name =>
      t('stage.noData', { stage: t(`stage.name.${name}`) }),
    ),
  ];
  return (
    <table aria-label={t('stage.title')}>
      <thead>
        <tr>
          <th scope="col">{t('stage.column.stage')}</th>
          <th scope="col" className="number">
            {t('stage.column.share')}
          </th>
          <th scope="col" className="number">
            {t('stage.column.median')}
          </th>
        </tr>
      </thead>
      <tbody>
        {known.map(stage => {
          const isBottleneck = stage.name === bottleneck;
          const way =
            stage.name === 'coding' && isOpeningUnknown
              ? 'codingToMerge'
              : stage.name;
          return (
            <tr key={stage.name}>
              <td>
                <span className={isBottleneck ? 'strong' : undefined}>
                  {t(`stage.name.${stage.name}`)}
                </span>{' '}
                <span className="small">{t(`stage.way.${way}`)}</span>
                <div
                  className={`${classes.bar} ${
                    isBottleneck ? classes.accent : ''
                  }`}
                  style={{ width: `${(stage.share ?? 0) * 100}%` }}
                />
              </td>
              <td className="number">
                {formatPercent(stage.share, 0)}
                {stage.previousShare !== null && (
                  <div className="small">
                    {t('stage.was', {
                      share: formatPercent(stage.previousShare, 0),
                    })}
                  </div>
                )}
              </td>
              <td className="number">
                {stage.n < FEWEST ? (
                  t('page.tooFew')
                ) : (
                  <>
                    {formatDuration(stage.medianSeconds)}
                    <div className="small">
                      {t('stage.mean', {
                        time: formatDuration(stage.meanSeconds),
                      })}
                    </div>
                  </>
                )}
              </td>
            </tr>
          );
        })}
        {notes.map(note => (
          <tr key={note}>
            <td className="quiet">{note}</td>
            <td className="number">–</td>
            <td className="number">–</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
