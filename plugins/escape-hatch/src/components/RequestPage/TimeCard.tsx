import { makeStyles } from '@material-ui/core/styles';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { daysUntil } from '../../format/daysUntil';
import { formatMoment, formatWeekday } from '../../format/formatMoment';
import { contentText } from '../../request/contentText';
import { endText } from '../../request/endText';
import { spanDays } from '../../request/spanDays';
import type { ViewContext } from '../../request/ViewContext';
import { statusTone } from '../../theme/statusTone';
import { FactList } from '../FactList';
import { HatchCard } from '../HatchCard';

const useStyles = makeStyles(
  theme => ({
    value: {
      fontSize: theme.typography.pxToRem(20),
      lineHeight: '24px',
      fontWeight: 600,
      '& small': {
        fontSize: theme.typography.pxToRem(14),
        fontWeight: 400,
        color: statusTone(theme).quiet,
      },
    },
    track: {
      height: 8,
      margin: theme.spacing(1, 0),
      borderRadius: 1,
      background: statusTone(theme).track,
    },
    bar: {
      height: 8,
      borderRadius: 1,
      background: theme.palette.primary.main,
    },
    range: { margin: theme.spacing(0, 0, 1) },
  }),
  { name: 'EscapeHatchTimeCard' },
);

/** How long it counts, or is asked to, and what is left of that. */
export function TimeCard(props: {
  request: EscapeHatchRequest;
  /** The longest time that its rules allow, where that is known. */
  maxDays: number | undefined;
  context: ViewContext;
}) {
  const { request, maxDays, context } = props;
  const { t, timeZone } = context;
  const classes = useStyles();
  const { value, note, share } = spanOf({ request, maxDays, context });
  return (
    <HatchCard
      title={t('request.time.title')}
      hint={
        maxDays === undefined
          ? undefined
          : t('request.time.atMost', { count: maxDays })
      }
    >
      <div className={classes.value}>
        {value} {note && <small>{note}</small>}
      </div>
      {share !== undefined && (
        <div className={classes.track} aria-hidden>
          <div
            className={classes.bar}
            style={{ width: `${Math.min(100, Math.round(share * 100))}%` }}
          />
        </div>
      )}
      <p className={`small ${classes.range}`}>
        {t('request.time.range', {
          from: request.activeFrom
            ? formatWeekday(request.activeFrom, context)
            : contentText({ content: request, field: 'startsAt', context }),
          to: realEnd(request, context),
          timeZone,
        })}
      </p>
      <Dates request={request} context={context} />
    </HatchCard>
  );
}

/** When it ended, of one that ended before its time; else when it ends. */
function realEnd(request: EscapeHatchRequest, context: ViewContext): string {
  const { status, activeFrom, timeline } = request;
  const isCut = status === 'revoked' || status === 'superseded';
  const last = isCut && activeFrom ? timeline?.at(-1) : undefined;
  return last
    ? formatMoment(last.at, context)
    : endText(request.expiresAt, context);
}

function Dates(props: { request: EscapeHatchRequest; context: ViewContext }) {
  const { request, context } = props;
  const { t } = context;
  const { activeFrom, lastUsedAt, reviewDueAt } = request;
  const facts = [
    ...(activeFrom
      ? [
          {
            name: t('request.time.lastUsed'),
            value: lastUsedAt
              ? formatMoment(lastUsedAt, context)
              : t('request.time.unused'),
          },
        ]
      : []),
    ...(reviewDueAt
      ? [
          {
            name: t('request.time.review'),
            value: formatWeekday(reviewDueAt, context),
          },
        ]
      : []),
  ];
  return facts.length > 0 ? <FactList facts={facts} /> : null;
}

function spanOf(options: {
  request: EscapeHatchRequest;
  maxDays: number | undefined;
  context: ViewContext;
}): { value: string; note?: string; share?: number } {
  const { request, maxDays, context } = options;
  const { t, now } = context;
  const total = spanDays(request, now);
  switch (request.phase) {
    case 'draft':
    case 'submitted':
    case 'changes_requested':
      return {
        value: t('request.time.days', { count: total }),
        note: request.startsAt
          ? t('request.time.fromStart')
          : t('request.time.ifToday'),
        share: maxDays && total / maxDays,
      };
    case 'scheduled':
    case 'active': {
      const left = request.daysLeft ?? daysUntil(request.expiresAt, now);
      return {
        value:
          left === 0
            ? t('request.time.lastDay')
            : t('request.time.left', { count: left }),
        note: t('request.time.of', { days: String(total) }),
        share: total === 0 ? 0 : left / total,
      };
    }
    default:
      return {
        value: t('request.time.over'),
        note: request.activeFrom ? undefined : t('request.time.never'),
      };
  }
}
