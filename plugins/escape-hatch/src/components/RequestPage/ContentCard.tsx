import { makeStyles } from '@material-ui/core/styles';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { contentText } from '../../request/contentText';
import { spanDays } from '../../request/spanDays';
import type { ViewContext } from '../../request/ViewContext';
import { FactList } from '../FactList';
import { HatchCard } from '../HatchCard';
import { PlainText } from '../PlainText';
import { RiskWord } from '../RiskWord';

const useStyles = makeStyles(
  theme => ({ pair: { display: 'flex', gap: theme.spacing(2) } }),
  { name: 'EscapeHatchContentCard' },
);

/** What the requester says, as plain text. */
export function ContentCard(props: {
  request: EscapeHatchRequest;
  /** The longest time that its rules allow, where that is known. */
  maxDays: number | undefined;
  context: ViewContext;
}) {
  const { request, maxDays, context } = props;
  const { t } = context;
  const classes = useStyles();
  const text = (field: 'startsAt' | 'expiresAt') =>
    contentText({ content: request, field, context });
  return (
    <HatchCard title={t('request.content.title')}>
      <FactList
        facts={[
          ...(request.rules.length > 1
            ? [
                {
                  name: t('request.content.rules'),
                  value: request.rules.join(', '),
                },
              ]
            : []),
          {
            name: t('request.content.why'),
            value: <PlainText>{request.justification}</PlainText>,
          },
          {
            name: t('request.content.riskAssessment'),
            value: <PlainText>{request.riskAssessment}</PlainText>,
          },
          {
            name: t('request.content.mitigations'),
            value: <PlainText>{request.mitigations}</PlainText>,
          },
          {
            name: t('request.content.riskAndCategory'),
            value: (
              <div className={classes.pair}>
                <RiskWord level={request.riskLevel} />
                <span>{t(`common.category.${request.category}`)}</span>
              </div>
            ),
          },
          {
            name: t('request.content.time'),
            value: (
              <>
                {t('request.content.range', {
                  from: text('startsAt'),
                  to: text('expiresAt'),
                })}
                {maxDays !== undefined && (
                  <span className="quiet">
                    {` ${t('request.content.ofAtMost', {
                      days: String(spanDays(request, context.now)),
                      max: String(maxDays),
                    })}`}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </HatchCard>
  );
}
