import { type Ref, useCallback } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EscapeHatchRequest,
  RequestVersion,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { changedFields } from '../../diff/changedFields';
import { comparedVersions } from '../../diff/comparedVersions';
import { useRefreshed } from '../../hooks/useRefreshed';
import { contentText } from '../../request/contentText';
import type { ViewContext } from '../../request/ViewContext';
import { statusTone } from '../../theme/statusTone';
import { Choice } from '../Choice';
import { HatchCard } from '../HatchCard';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { DiffLines } from './DiffLines';

const useStyles = makeStyles(
  theme => ({
    root: {
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    pickers: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      color: statusTone(theme).quiet,
      '& select': {
        maxWidth: 200,
        textOverflow: 'ellipsis',
        [theme.breakpoints.down(1000)]: { maxWidth: 150 },
      },
    },
    field: {
      margin: 0,
      padding: theme.spacing(1, 1, 0.25),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      fontWeight: 400,
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'EscapeHatchChangesCard' },
);

/** The request that is renewed, as it is, in the place of a version. */
export const RENEWED = 'renewed';

/** What is compared: versions, or the renewed request. */
export interface Compared {
  from: string;
  to: string;
}

/** Two versions beside each other, field by field. */
export function ChangesCard(props: {
  request: EscapeHatchRequest;
  renewed: EscapeHatchRequest | undefined;
  /** Undefined until somebody chooses: what an approver wants to see first. */
  compared: Compared | undefined;
  onCompared: (compared: Compared) => void;
  focusRef: Ref<HTMLElement>;
  context: ViewContext;
}) {
  const { request, focusRef, context } = props;
  const { t } = context;
  const classes = useStyles();
  const escapeHatchApi = useApi(escapeHatchApiRef);
  const { id, version } = request;
  const load = useCallback(
    async () => ({
      // Asked for again with each version of the request.
      version,
      versions: (await escapeHatchApi.listVersions(id)).items,
    }),
    [escapeHatchApi, id, version],
  );
  const { value, error, retry } = useRefreshed(load);
  return (
    <section
      ref={focusRef}
      tabIndex={-1}
      aria-label={t('request.changes.title')}
      className={classes.root}
    >
      {value ? (
        <Versions {...props} versions={value.versions} />
      ) : (
        <HatchCard title={t('request.changes.title')}>
          {error ? (
            <LoadError error={error} retry={retry} />
          ) : (
            <Skeleton label={t('request.changes.loading')} />
          )}
        </HatchCard>
      )}
    </section>
  );
}

function Versions(
  props: Parameters<typeof ChangesCard>[0] & { versions: RequestVersion[] },
) {
  const { versions, renewed, context } = props;
  const { t } = context;
  const classes = useStyles();
  const options = [
    ...(renewed
      ? [
          {
            value: RENEWED,
            text: t('request.changes.renewed', {
              number: String(renewed.number),
            }),
            content: renewed,
          },
        ]
      : []),
    ...versions.map(({ version, action, content }) => ({
      value: String(version),
      text: t('request.changes.version', {
        version: String(version),
        action: t(`request.changes.done.${action}`),
      }),
      content,
    })),
  ];
  const first = comparedVersions(versions);
  const chosen = props.compared ?? {
    from: String(first?.from),
    to: String(first?.to),
  };
  const before = options.find(({ value }) => value === chosen.from);
  const after = options.find(({ value }) => value === chosen.to);
  if (options.length < 2 || !before || !after) {
    return (
      <HatchCard title={t('request.changes.title')}>
        <span className="quiet">{t('request.changes.only')}</span>
      </HatchCard>
    );
  }
  const { changed, same } = changedFields({
    before: before.content,
    after: after.content,
    textOf: (content, field) => contentText({ content, field, context }),
  });
  return (
    <HatchCard
      title={t('request.changes.title')}
      controls={
        <div className={classes.pickers}>
          <Choice
            label={t('request.changes.from')}
            options={options}
            value={before.value}
            onChange={from => props.onCompared({ ...chosen, from })}
          />
          {t('request.changes.toWord')}
          <Choice
            label={t('request.changes.to')}
            options={options.filter(({ content }) => content !== renewed)}
            value={after.value}
            onChange={to => props.onCompared({ ...chosen, to })}
          />
        </div>
      }
    >
      {changed.map(({ field, lines }) => (
        <div key={field}>
          <h4 className={classes.field}>
            {t(`request.changes.field.${field}`)}
          </h4>
          <DiffLines lines={lines} />
        </div>
      ))}
      <div className={changed.length > 0 ? classes.field : 'quiet'}>
        {changed.length > 0
          ? t('request.changes.others', { count: same })
          : t('request.changes.same', { from: before.text, to: after.text })}
      </div>
    </HatchCard>
  );
}
