import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  shortVersion,
  type DeploymentDetail,
} from '@golden-path/backstage-plugin-dora-common';
import { formatExact } from '../../format/formatExact';
import type { MomentContext } from '../../format/MomentContext';
import { sourceName } from '../../sources/sourceName';
import {
  type DoraTranslation,
  useDoraTranslation,
} from '../../translation/useDoraTranslation';
import { FactList } from '../FactList';
import { Moment } from '../Moment';
import { TabCard } from '../TabCard';

/** Enough of a SHA to find the commit by. */
const SHA_LENGTH = 12;

/** What was deployed, whose it was then, and when. */
export function DeploymentFacts(props: {
  deployment: DeploymentDetail;
  context: MomentContext;
}) {
  const { deployment, context } = props;
  const t = useDoraTranslation();
  const { version, previousVersion, sha, startedAt, finishedAt } = deployment;
  const exact = (at: string) => (
    <Moment at={at} text={formatExact(at, context.timeZone)} />
  );
  const notes = notesOf(deployment.flags, t);
  return (
    <TabCard title={t('deployment.facts.title')}>
      <FactList
        facts={[
          {
            name: t('deployment.facts.service'),
            value: <EntityRefLink entityRef={deployment.entityRef} hideIcon />,
          },
          {
            name: t('deployment.facts.owner'),
            value: deployment.ownerRef ? (
              <EntityRefLink entityRef={deployment.ownerRef} hideIcon />
            ) : (
              <span className="quiet">{t('deployment.facts.nobody')}</span>
            ),
          },
          {
            name: t('deployment.facts.version'),
            value: previousVersion
              ? t('deployment.facts.versionAfter', {
                  version: shortVersion(version),
                  previous: shortVersion(previousVersion),
                })
              : shortVersion(version),
          },
          {
            name: t('deployment.facts.commit'),
            value: sha ? (
              <span className="mono">{sha.slice(0, SHA_LENGTH)}</span>
            ) : (
              <span className="quiet">{t('deployment.facts.unresolved')}</span>
            ),
          },
          {
            name: t('deployment.facts.kind'),
            value: t(`deployment.kind.${deployment.kind}`),
          },
          {
            name: t('deployment.facts.started'),
            value: startedAt ? (
              exact(startedAt)
            ) : (
              <span className="quiet">{unknownStart(deployment, t)}</span>
            ),
          },
          { name: t('deployment.facts.finished'), value: exact(finishedAt) },
          ...(notes.length > 0
            ? [{ name: t('deployment.facts.notes'), value: notes.join('. ') }]
            : []),
        ]}
      />
    </TabCard>
  );
}

function unknownStart(
  { sources }: DeploymentDetail,
  t: DoraTranslation,
): string {
  const [source] = sources;
  return sources.length === 1
    ? t('deployment.facts.startedUnknown', { source: sourceName(source, t) })
    : t('deployment.facts.startedUnknownAll');
}

function notesOf(flags: string[], t: DoraTranslation): string[] {
  return flags.map(flag =>
    isKnown(flag) ? t(`deployment.facts.flags.${flag}`) : flag,
  );
}

const FLAGS = [
  'baseline',
  'unknown-commit',
  'unmerged-build',
  'unresolved-version',
] as const;

function isKnown(flag: string): flag is (typeof FLAGS)[number] {
  return (FLAGS as readonly string[]).includes(flag);
}
