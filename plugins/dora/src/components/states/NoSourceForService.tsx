import { makeStyles } from '@material-ui/core/styles';
import { Link, LinkButton } from '@backstage/core-components';
import { sourceDocsUrl } from '../../sources/sourceDocsUrl';
import { useButtonStyles } from '../../theme/useButtonStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { StateBody } from './StateBody';

const ANNOTATION = 'golden-path.io/dora-service';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'DoraNoSourceForService' },
);

/** Sources are there, but none of them has ever told of this service. */
export function NoSourceForService(props: {
  name: string;
  /** What was looked for and not found; a sentence each. */
  lookedFor?: string[];
}) {
  const { name, lookedFor = [] } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const { button } = useButtonStyles();
  return (
    <StateBody>
      <p>{t('state.noService.why', { name })}</p>
      <p className="sub">
        {[
          ...lookedFor,
          t('state.noService.annotation', { annotation: ANNOTATION }),
        ].join(' ')}
      </p>
      <div className={classes.actions}>
        <LinkButton
          to={sourceDocsUrl('cdevents')}
          variant="contained"
          color="primary"
          size="small"
          className={button}
          disableElevation
        >
          {t('state.noService.send')}
        </LinkButton>
        <Link to={sourceDocsUrl()}>{t('state.noService.setUp')}</Link>
      </div>
    </StateBody>
  );
}
