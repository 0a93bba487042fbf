import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      table: {
        width: '100%',
        borderCollapse: 'collapse',
        '& th, & td': {
          padding: theme.spacing(1, 2, 1, 0),
          textAlign: 'left',
          verticalAlign: 'top',
          fontWeight: 400,
          borderBottom: `1px solid ${tone.line}`,
        },
        '& th': { width: '30%', color: tone.quiet },
        '& td': { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
        '& tr:last-child > *': { borderBottom: 0 },
      },
    };
  },
  { name: 'GoldenPathAnswers' },
);

/** What the template is given. */
export function AnswersView(props: { answers: Record<string, unknown> }) {
  const { answers } = props;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  return (
    <table className={classes.table} aria-label={t('check.answersTable')}>
      <tbody>
        {Object.entries(answers).map(([name, answer]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{answerText(answer) || t('check.unanswered')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function answerText(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null) {
    return Object.entries(answer)
      .map(([name, value]) => `${name}: ${answerText(value)}`)
      .join('\n');
  }
  return String(answer ?? '');
}
