import { type ReactNode, useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { EscapeHatchRequestQuery } from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { exportFileName } from '../../download/exportFileName';
import { usePaged } from '../../hooks/usePaged';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { DemoFoot } from '../DemoFoot';
import { HatchCard } from '../HatchCard';
import { MoreButton } from '../MoreButton';
import { RequestsTable } from '../RequestsTable';
import { SaveCsvButton } from '../SaveCsvButton';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';

const useStyles = makeStyles(
  theme => ({
    filterRow: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'EscapeHatchRequestList' },
);

/** A list of requests that grows by a page at a time, with its filters and its export. */
export function RequestList(props: {
  title: string;
  /** Must be memoized. */
  query: EscapeHatchRequestQuery;
  /** What an export is called after. */
  fileName: string;
  /** Beside the title, where there is room for little. */
  controls?: ReactNode;
  /** Above the card. */
  filters?: ReactNode;
  hasOwners?: boolean;
  empty: ReactNode;
}) {
  const { title, query, fileName, controls, filters, hasOwners, empty } = props;
  const { filterRow } = useStyles();
  const api = useApi(escapeHatchApiRef);
  return (
    <>
      {filters && <div className={filterRow}>{filters}</div>}
      <HatchCard
        title={title}
        controls={
          <>
            {controls}
            <SaveCsvButton
              fileName={exportFileName(fileName, new Date())}
              content={() => api.exportRequests(query)}
            />
          </>
        }
      >
        <Rows
          // A key, so that no rows of one query stand under the filters of another.
          key={JSON.stringify(query)}
          title={title}
          query={query}
          hasOwners={hasOwners}
          empty={empty}
        />
      </HatchCard>
    </>
  );
}

function Rows(props: {
  title: string;
  query: EscapeHatchRequestQuery;
  hasOwners?: boolean;
  empty: ReactNode;
}) {
  const { title, query, hasOwners, empty } = props;
  const t = useEscapeHatchTranslation();
  const api = useApi(escapeHatchApiRef);
  const [now] = useState(() => new Date());
  const load = useCallback(
    (cursor?: string) => api.listRequests({ ...query, cursor }),
    [api, query],
  );
  const paged = usePaged(load);
  const { items, error, hasMore, retry } = paged;
  if (!items) {
    return error ? (
      <LoadError error={error} retry={retry} />
    ) : (
      <Skeleton label={t('list.loading')} height={320} />
    );
  }
  if (items.length === 0) {
    return <div role="status">{empty}</div>;
  }
  return (
    <>
      <RequestsTable
        label={title}
        requests={items}
        now={now}
        hasOwners={hasOwners}
      />
      <MoreButton
        paged={paged}
        shown={
          hasMore
            ? t('list.shownMore', { shown: String(items.length) })
            : t('list.shown', { count: items.length })
        }
      />
      <DemoFoot />
    </>
  );
}
