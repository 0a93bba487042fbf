import type { ReactNode, Ref } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatEndDay } from '../../format/formatEnd';
import { personName } from '../../format/personName';
import { whoName } from '../../people/whoName';
import type { ViewContext } from '../../request/ViewContext';
import { ActionLink } from '../ActionLink';
import { EntityRefs } from '../EntityRefs';
import { HeadFacts } from '../HeadFacts';
import { PageHeading } from '../PageHeading';
import { StateWord } from '../StateWord';

const useStyles = makeStyles(
  theme => ({
    state: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      fontWeight: 600,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
  }),
  { name: 'EscapeHatchRequestHead' },
);

/** Which request it is and what has become of it. Its state takes the focus after a decision. */
export function RequestHead(props: {
  request: EscapeHatchRequest;
  context: ViewContext;
  stateRef: Ref<HTMLDivElement>;
  /** Buttons for what belongs to no note. */
  children: ReactNode;
}) {
  const { request, context, stateRef, children } = props;
  const { t, now } = context;
  const classes = useStyles();
  const { rules, entityRef, owners, requester, issueUrl } = request;
  return (
    <PageHeading
      title={t('request.title', {
        number: String(request.number),
        rules: rules.join(', '),
        service: personName(entityRef),
      })}
      facts={
        <HeadFacts
          facts={[
            {
              name: t('request.state'),
              isHidden: true,
              value: (
                <div
                  ref={stateRef}
                  role="status"
                  tabIndex={-1}
                  className={classes.state}
                >
                  <StateWord request={request} now={now} />
                </div>
              ),
            },
            {
              name: t('request.owner'),
              value: <EntityRefs refs={owners} />,
            },
            {
              name: t('request.requester'),
              value: whoName({ ...context, ref: requester }),
            },
            {
              name: endName(request, context),
              value: formatEndDay(request.expiresAt, context),
            },
          ]}
        />
      }
    >
      {children}
      {issueUrl && <ActionLink to={issueUrl}>{t('request.issue')}</ActionLink>}
    </PageHeading>
  );
}

function endName({ phase }: EscapeHatchRequest, { t }: ViewContext): string {
  switch (phase) {
    case 'scheduled':
    case 'active':
      return t('request.ends');
    case 'expired':
      return t('request.ended');
    default:
      return t('request.askedUntil');
  }
}
