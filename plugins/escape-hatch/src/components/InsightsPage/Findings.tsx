import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import ErrorIcon from '@material-ui/icons/Error';
import type {
  Insights,
  RuleDemand,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { usePageLinks } from '../../hooks/usePageLinks';
import { statusTone } from '../../theme/statusTone';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { EntityNames } from '../EntityRefs';
import { IconWord } from '../IconWord';
import { IssueButton } from './IssueButton';

const useStyles = makeStyles(
  theme => ({
    note: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      padding: theme.spacing(1, 2),
      border: `1px solid ${statusTone(theme).line}`,
      borderLeft: `3px solid ${statusTone(theme).warnFill}`,
      borderRadius: theme.shape.borderRadius,
      background: theme.palette.background.paper,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontVariantNumeric: 'tabular-nums',
    },
    quiet: { borderLeftColor: statusTone(theme).outline },
    text: { flex: '1 1 280px', minWidth: 0 },
    title: { margin: 0, fontSize: 'inherit', fontWeight: 600 },
    why: { margin: 0, color: statusTone(theme).quiet },
  }),
  { name: 'EscapeHatchFindings' },
);

/** Which rules the golden path is to be changed for, each with its reasons; or that there is none. */
export function Findings(props: {
  insights: Insights;
  onOpened: (rule: string, url: string) => void;
}) {
  const { insights, onOpened } = props;
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  const found = insights.rules.filter(({ signal }) => signal);
  if (found.length === 0) {
    return (
      <div className={`${classes.note} ${classes.quiet}`}>
        <IconWord icon={CheckIcon} tone="quiet">
          {t('insight.finding.none')}
        </IconWord>
      </div>
    );
  }
  return (
    <>
      {found.map(demand => (
        <section
          key={demand.rule}
          className={classes.note}
          aria-label={t('insight.finding.title', { rule: demand.rule })}
        >
          <div className={classes.text}>
            <IconWord icon={ErrorIcon} tone="warn">
              <h3 className={classes.title}>
                {t('insight.finding.title', { rule: demand.rule })}
              </h3>
            </IconWord>
            <p className={classes.why}>
              <Why demand={demand} servicesTotal={insights.servicesTotal} />
            </p>
          </div>
          {(insights.issues || demand.issueUrl) && (
            <IssueButton
              demand={demand}
              isPrimary
              onOpened={url => onOpened(demand.rule, url)}
            />
          )}
        </section>
      ))}
    </>
  );
}

function Why(props: { demand: RuleDemand; servicesTotal: number }) {
  const { demand, servicesTotal } = props;
  const { rule, owners, services, requests } = demand;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  return (
    <>
      {t('insight.finding.why', {
        teams: t('insight.finding.teams', { count: owners.length }),
        services: t('insight.finding.services', {
          n: String(services.length),
          total: String(servicesTotal),
        }),
        owners: <EntityNames refs={owners} />,
      })}{' '}
      {links && (
        <Link to={links.requests({ rule })} underline="always">
          {t('insight.finding.read', { count: requests })}
        </Link>
      )}
    </>
  );
}
