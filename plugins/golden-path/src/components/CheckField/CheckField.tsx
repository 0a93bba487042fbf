import { useEffect } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { answersOf } from '../../check/answersOf';
import { digestOf } from '../../check/digestOf';
import { tallyOf } from '../../check/Tally';
import { useTemplateCheck } from '../../check/useTemplateCheck';
import type { checkSchema } from '../../fields/checkSchema';
import { useFieldStyles } from '../../theme/useFieldStyles';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';
import { CheckResult } from './CheckResult';
import { CheckSummary } from './CheckSummary';

/** What has not passed. */
const HELD = '';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'start',
      gap: theme.spacing(2),
    },
    summary: { flex: '1 1 400px', minWidth: 0 },
    button: {
      fontFamily: 'inherit',
      fontWeight: 600,
      lineHeight: '20px',
      textTransform: 'none',
      letterSpacing: 'normal',
      '&[aria-disabled="true"]': { opacity: 0.45, cursor: 'default' },
    },
  }),
  { name: 'GoldenPathCheck' },
);

/**
 * What the template would make of the answers, checked before anything is made. Its value is the digest of answers that
 * were checked without an error, and empty otherwise: that holds the wizard's next page.
 */
export function CheckField(props: typeof checkSchema.TProps) {
  const { name, formData, formContext, onChange } = props;
  const { namespace, templateName } = useParams();
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { root } = useFieldStyles();
  const answers = answersOf(formContext?.formData ?? {}, { name });
  const digest = digestOf(answers);
  const templateRef = templateName
    ? stringifyEntityRef({ kind: 'template', namespace, name: templateName })
    : undefined;
  const { state, checkAgain } = useTemplateCheck({
    templateRef,
    // As it will be created: with the check passed.
    values: { ...answers, [name]: digest },
    digest,
    onDone: (check, checked) => {
      const findings = check?.validation?.findings ?? [];
      const isSound = check !== undefined && tallyOf(findings).error === 0;
      onChange(isSound ? checked : HELD);
    },
  });
  // In the editor of templates there is nothing to check, and nothing to hold.
  const preset = templateRef ? HELD : digest;
  const isOutdated = formData !== digest && formData !== preset;
  useEffect(() => {
    if (isOutdated) {
      onChange(preset);
    }
    // The handler is another one each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOutdated, preset]);

  if (!templateRef) {
    return <p className={root}>{t('check.noTemplate')}</p>;
  }
  const isRunning = state.phase === 'running';
  return (
    <div className={root}>
      <div className={classes.head}>
        <div className={classes.summary}>
          <CheckSummary state={state} />
        </div>
        <Button
          size="small"
          variant="outlined"
          className={classes.button}
          // A disabled button would lose the focus.
          aria-disabled={isRunning}
          onClick={isRunning ? undefined : checkAgain}
        >
          {t('check.again')}
        </Button>
      </div>
      {state.phase === 'done' && (
        <CheckResult check={state.check} answers={answers} />
      )}
    </div>
  );
}
