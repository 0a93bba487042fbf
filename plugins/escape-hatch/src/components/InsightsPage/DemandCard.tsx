import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Insights,
  RuleDemand,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatDay } from '../../format/formatMoment';
import type { MomentContext } from '../../format/MomentContext';
import { usePageLinks } from '../../hooks/usePageLinks';
import { demandBar } from '../../insights/demandBar';
import { statusTone } from '../../theme/statusTone';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { HatchCard } from '../HatchCard';
import { FindingWord } from './FindingWord';
import { IssueButton } from './IssueButton';

const useStyles = makeStyles(
  theme => ({
    track: {
      position: 'relative',
      minWidth: 96,
      height: 8,
      marginTop: 6,
      borderRadius: 1,
      background: statusTone(theme).track,
    },
    bar: {
      height: 8,
      borderRadius: 1,
      background: statusTone(theme).outline,
    },
    signal: { background: theme.palette.primary.main },
    period: { marginTop: theme.spacing(1) },
    mark: {
      position: 'absolute',
      top: -4,
      width: 2,
      height: 16,
      background: theme.palette.text.primary,
    },
  }),
  { name: 'EscapeHatchDemandCard' },
);

/** How many teams want to leave each rule, beside the mark from which on the golden path needs updating. */
export function DemandCard(props: {
  insights: Insights;
  context: MomentContext;
  onOpened: (rule: string, url: string) => void;
}) {
  const { insights, context, onOpened } = props;
  const { rules, from, to, timeZone } = insights;
  const t = useEscapeHatchTranslation();
  const { period } = useStyles();
  const title = t('insight.demand.title');
  const mostTeams = Math.max(0, ...rules.map(({ owners }) => owners.length));
  return (
    <HatchCard title={title} hint={t('insight.demand.mark')}>
      {rules.length === 0 ? (
        <p role="status">{t('insight.demand.empty')}</p>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('insight.demand.rule')}</th>
              <th scope="col">{t('insight.demand.demand')}</th>
              <th scope="col" className="number">
                {t('insight.demand.teams')}
              </th>
              <th scope="col" className="number hide8">
                {t('insight.demand.hatches')}
              </th>
              <th scope="col" className="number">
                {t('insight.demand.services')}
              </th>
              <th scope="col">{t('insight.demand.finding')}</th>
              <td className="hide8" />
            </tr>
          </thead>
          <tbody>
            {rules.map(demand => (
              <Row
                key={demand.rule}
                demand={demand}
                mostTeams={mostTeams}
                insights={insights}
                onOpened={url => onOpened(demand.rule, url)}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className={`small ${period}`}>
        {t('insight.period', {
          from: formatDay(from, context),
          to: formatDay(to, context),
          timeZone,
        })}
      </div>
    </HatchCard>
  );
}

function Row(props: {
  demand: RuleDemand;
  mostTeams: number;
  insights: Insights;
  onOpened: (url: string) => void;
}) {
  const { demand, mostTeams, insights, onOpened } = props;
  const { rule, owners, requests, services, signal } = demand;
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  const links = usePageLinks();
  const teams = owners.length;
  const { width, mark } = demandBar({ teams, mostTeams });
  return (
    <tr>
      <td>
        {links ? <Link to={links.requests({ rule })}>{rule}</Link> : rule}
      </td>
      <td>
        {/* The next column says the same. */}
        <div className={classes.track} aria-hidden>
          <div
            className={`${classes.bar} ${signal ? classes.signal : ''}`}
            style={{ width: `${width}%` }}
          />
          <div className={classes.mark} style={{ left: `${mark}%` }} />
        </div>
      </td>
      <td className="number">{teams}</td>
      <td className="number hide8">{requests}</td>
      <td className="number">
        {t('insight.demand.of', {
          n: String(services.length),
          total: String(insights.servicesTotal),
        })}
      </td>
      <td>
        <FindingWord demand={demand} />
      </td>
      {/* Where room is scarce, the finding above has the button too. */}
      <td className="number hide8">
        {signal && (insights.issues || demand.issueUrl) && (
          <IssueButton demand={demand} onOpened={onOpened} />
        )}
      </td>
    </tr>
  );
}
