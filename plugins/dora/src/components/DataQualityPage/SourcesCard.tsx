import { useCallback } from 'react';
import PauseIcon from '@material-ui/icons/Pause';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import type { MomentContext } from '../../format/MomentContext';
import { useRefreshed } from '../../hooks/useRefreshed';
import { sourceDocsUrl } from '../../sources/sourceDocsUrl';
import { SOURCE_TYPES, sourceName } from '../../sources/sourceName';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';
import { Skeleton } from '../Skeleton';
import { LoadError, NoSourceConfigured } from '../states';
import { TabCard } from '../TabCard';
import { SourceState } from './SourceState';

/** The configured sources with how they fare, then those that could be added. */
export function SourcesCard({ context }: { context: MomentContext }) {
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const load = useCallback(() => doraApi.listSources(), [doraApi]);
  const { value, error, asOf, retry } = useRefreshed(load);
  const title = t('quality.sources.title');
  if (!value) {
    return (
      <TabCard title={title}>
        {error ? (
          <LoadError error={error} retry={retry} />
        ) : (
          <Skeleton label={t('quality.sources.loading')} height={200} />
        )}
      </TabCard>
    );
  }
  const sources = value.items;
  if (sources.length === 0) {
    return (
      <TabCard title={t('state.noSource.title')}>
        <NoSourceConfigured />
      </TabCard>
    );
  }
  const missing = SOURCE_TYPES.filter(
    type => !sources.some(source => source.type === type),
  );
  return (
    <TabCard title={title}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('quality.sources.source')}</th>
            <th scope="col">{t('quality.sources.state')}</th>
          </tr>
        </thead>
        <tbody>
          {[...sources].sort(byType).map(source => (
            <tr key={source.id}>
              <td>
                {sourceName(source.type, t)}
                {source.id !== source.type && (
                  <div className="small">{shortId(source)}</div>
                )}
              </td>
              <td>
                <SourceState
                  source={source}
                  context={{ ...context, now: asOf ?? context.now }}
                />
              </td>
            </tr>
          ))}
          {missing.map(type => (
            <tr key={type}>
              <td>{sourceName(type, t)}</td>
              <td>
                <IconWord icon={PauseIcon} tone="quiet">
                  {t('quality.sources.notConfigured')}{' '}
                  <Link to={sourceDocsUrl(type)}>
                    {t('quality.sources.setUp', {
                      source: sourceName(type, t),
                    })}
                  </Link>
                </IconWord>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabCard>
  );
}

/**
 * Which one of its kind: the type before the colon is said already, and where a repository lies on the backend's disk
 * is nobody's business.
 */
function shortId({ id, type }: DoraSourceStatus): string {
  const which = id.startsWith(`${type}:`) ? id.slice(type.length + 1) : id;
  return which.startsWith('file/') ? which.split('/').at(-1)! : which;
}

function byType(a: DoraSourceStatus, b: DoraSourceStatus): number {
  const place = (type: string) => {
    const index = (SOURCE_TYPES as readonly string[]).indexOf(type);
    return index < 0 ? SOURCE_TYPES.length : index;
  };
  return place(a.type) - place(b.type);
}
