import { Fragment } from 'react';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import VerifiedUserOutlinedIcon from '@material-ui/icons/VerifiedUserOutlined';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Finding } from '@golden-path/backstage-plugin-golden-path-common';
import { kindOf } from '../../check/Tally';
import { statusTone } from '../../theme/statusTone';
import { useFieldStyles } from '../../theme/useFieldStyles';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';
import { IconWord } from '../IconWord';
import { HatchLink } from './HatchLink';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      table: {
        width: '100%',
        marginTop: theme.spacing(2),
        borderCollapse: 'collapse',
        '& th, & td': {
          padding: theme.spacing(1, 2, 1, 0),
          textAlign: 'left',
          verticalAlign: 'top',
          borderBottom: `1px solid ${tone.line}`,
        },
        '& th': {
          fontSize: theme.typography.pxToRem(12),
          lineHeight: '16px',
          color: tone.quiet,
          borderBottomColor: tone.outline,
        },
        '& th:last-child, & td:last-child': { paddingRight: 0 },
        '& tbody tr:last-child td': { borderBottom: 0 },
      },
      place: {
        font: 'inherit',
        textAlign: 'left',
        overflowWrap: 'anywhere',
        color: theme.palette.primary.main,
        '&:hover': { textDecoration: 'underline' },
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
        },
      },
      places: { minWidth: 120, width: '35%' },
      rule: { whiteSpace: 'nowrap' },
      words: { overflowWrap: 'break-word', wordBreak: 'break-word' },
    };
  },
  { name: 'GoldenPathFindings' },
);

const KINDS = {
  error: { icon: ErrorOutlineIcon, tone: 'bad', word: 'check.error' },
  warning: {
    icon: ReportProblemOutlinedIcon,
    tone: 'warn',
    word: 'check.warning',
  },
  waived: {
    icon: VerifiedUserOutlinedIcon,
    tone: 'quiet',
    word: 'check.waivedWord',
  },
} as const;

/** What was found: where, by which rule, and what to do. */
export function FindingsTable(props: {
  findings: Finding[];
  onOpen: (finding: Finding) => void;
}) {
  const { findings, onOpen } = props;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { quiet } = useFieldStyles();
  // Where room is scarce the rule stands below its place.
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down(1100));
  return (
    <table className={classes.table} aria-label={t('check.findings')}>
      <thead>
        <tr>
          <th scope="col">{t('check.severity')}</th>
          <th scope="col">{t('check.place')}</th>
          {!isNarrow && <th scope="col">{t('check.rule')}</th>}
          <th scope="col">{t('check.finding')}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, index) => {
          const { file, line, rule, message, fix, hatch } = finding;
          const { icon, tone, word } = KINDS[kindOf(finding)];
          return (
            // One rule may find the same twice on a line, and the list never changes its order.
            // eslint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td>
                <IconWord icon={icon} tone={tone}>
                  {t(word)}
                </IconWord>
              </td>
              <td className={classes.places}>
                <ButtonBase
                  className={classes.place}
                  disableRipple
                  onClick={() => onOpen(finding)}
                >
                  <Path text={`${file}:${line}`} />
                </ButtonBase>
                {isNarrow && <p className={quiet}>{rule}</p>}
              </td>
              {!isNarrow && <td className={classes.rule}>{rule}</td>}
              <td className={classes.words}>
                {message}
                <p className={quiet}>
                  <strong>{t('check.fix')}</strong> {fix}
                </p>
                {hatch && <HatchLink hatch={hatch} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A path breaks after its slashes. */
function Path({ text }: { text: string }) {
  return (
    <span>
      {text.split(/(?<=\/)/).map((part, index) => (
        // eslint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}
