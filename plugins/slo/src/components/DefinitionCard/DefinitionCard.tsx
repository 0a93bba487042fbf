import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type {
  Problem,
  SloDetail,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { formatWrittenPercent } from '../../format/formatPercent';
import type { Refreshed } from '../../hooks/useRefreshed';
import { lineUrl } from '../../slo/lineUrl';
import { shortRevision } from '../../slo/shortRevision';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { Loaded, TabCard } from '../TabCard';
import { Expressions } from './Expressions';
import { IndicatorNote } from './IndicatorNote';

const useStyles = makeStyles(
  theme => ({
    description: { margin: theme.spacing(0, 0, 2) },
    notes: { marginTop: theme.spacing(1), '& > *': { margin: 0 } },
    warnings: { margin: 0, paddingLeft: theme.spacing(2) },
  }),
  { name: 'SloDefinitionCard' },
);

/** What is counted, as the document says it and as it was understood. */
export function DefinitionCard(props: {
  slo: SloStatus;
  request: Refreshed<SloDetail>;
}) {
  const { slo, request } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const { document, data } = slo;
  const title = t('tab.definition.title');
  const file = document.url ? (
    <Link to={document.url}>{document.file}</Link>
  ) : (
    <>{document.file}</>
  );
  return (
    <TabCard
      title={title}
      hint={
        document.revision
          ? t('tab.definition.at', {
              document: file,
              revision: shortRevision(document.revision),
            })
          : file
      }
    >
      <Loaded
        request={request}
        label={title}
        errorTitle={t('tab.definition.error')}
      >
        {({ definition, objectiveDefaulted, objective, problems }) => (
          <>
            {definition.description && (
              <p className={classes.description}>{definition.description}</p>
            )}
            <Expressions indicator={definition.indicator} />
            <div className={`small ${classes.notes}`}>
              <IndicatorNote definition={definition} />
              {objectiveDefaulted && (
                <p>
                  {t('tab.definition.defaulted', {
                    objective: formatWrittenPercent(objective),
                  })}
                </p>
              )}
              {definition.gapPolicy === 'good' && (
                <p>{t('tab.definition.gapGood')}</p>
              )}
              {definition.gapPolicy === 'bad' && (
                <p>{t('tab.definition.gapBad')}</p>
              )}
              {data.anomalies > 0 && (
                <p>
                  {t('tab.definition.anomalies', { count: data.anomalies })}
                </p>
              )}
              <ul
                className={classes.warnings}
                aria-label={t('tab.definition.warnings')}
              >
                {definition.indicator.warnings.map(warning => (
                  <li key={warning}>{warning}</li>
                ))}
                {problems
                  .filter(({ severity }) => severity === 'warning')
                  .map(problem => (
                    <li
                      key={`${problem.line} ${problem.column} ${problem.message}`}
                    >
                      <ProblemText problem={problem} url={document.url} />
                    </li>
                  ))}
              </ul>
            </div>
          </>
        )}
      </Loaded>
    </TabCard>
  );
}

function ProblemText({ problem, url }: { problem: Problem; url?: string }) {
  const place = `${problem.line}:${problem.column}`;
  return (
    <>
      {url ? <Link to={lineUrl(url, problem.line)}>{place}</Link> : place}{' '}
      {problem.path && `${problem.path}: `}
      {problem.message}
    </>
  );
}
