import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { sourceDocsUrl } from '../../sources/sourceDocsUrl';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { StateBody } from './StateBody';

const useStyles = makeStyles(
  theme => ({
    list: {
      width: '100%',
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& li': {
        padding: theme.spacing(1, 0),
        borderBottom: `1px solid ${statusTone(theme).line}`,
      },
      '& li:last-child': { borderBottom: 0 },
    },
  }),
  { name: 'DoraNoSourceConfigured' },
);

/** The installation has no source at all. */
export function NoSourceConfigured() {
  const t = useDoraTranslation();
  const classes = useStyles();
  return (
    <StateBody>
      <p>{t('state.noSource.enough')}</p>
      <ul className={classes.list}>
        {(['gitops', 'cdevents', 'github'] as const).map(type => (
          <li key={type}>
            <strong>{t(`state.noSource.${type}`)}</strong>{' '}
            <span className="sub">{t(`state.noSource.${type}How`)}</span>
          </li>
        ))}
      </ul>
      <Link to={sourceDocsUrl()}>{t('state.noSource.add')}</Link>
    </StateBody>
  );
}
