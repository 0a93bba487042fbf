import { useState } from 'react';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Finding,
  TemplateCheck,
} from '@golden-path/backstage-plugin-golden-path-common';
import { folderCounts } from '../../check/folderCounts';
import { statusTone } from '../../theme/statusTone';
import { useFieldStyles } from '../../theme/useFieldStyles';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';
import { AnswersView } from './AnswersView';
import { FilesView } from './FilesView';
import { FindingsTable } from './FindingsTable';
import { ManifestsView } from './ManifestsView';
import type { Place } from './Place';

const VIEWS = ['files', 'manifests', 'answers'] as const;

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      margin: theme.spacing(3, 0, 1),
    },
    view: {
      padding: theme.spacing(0.625, 1.5),
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      textTransform: 'none',
      letterSpacing: 'normal',
      color: theme.palette.text.primary,
      borderColor: statusTone(theme).outline,
      '&.Mui-selected': {
        fontWeight: 600,
        color: theme.palette.text.primary,
        boxShadow: `inset 0 -2px 0 ${theme.palette.primary.main}`,
      },
    },
  }),
  { name: 'GoldenPathCheckResult' },
);

/** Findings, and below them what would be made. */
export function CheckResult(props: {
  check: TemplateCheck;
  answers: Record<string, unknown>;
}) {
  const { check, answers } = props;
  const findings = check.validation?.findings ?? [];
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { quiet } = useFieldStyles();
  const [view, setView] = useState<(typeof VIEWS)[number]>('files');
  const [place, setPlace] = useState<Place>(() => firstPlace(check, findings));
  return (
    <>
      {findings.length > 0 && (
        <FindingsTable
          findings={findings}
          onOpen={({ file, line }) => {
            setView('files');
            setPlace({ file, line, isAsked: true });
          }}
        />
      )}
      <div className={classes.bar}>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('check.view')}
          value={view}
          onChange={(_, chosen) => {
            if (chosen) {
              setView(chosen);
              setPlace(({ file, line }) => ({ file, line }));
            }
          }}
        >
          {VIEWS.map(option => (
            <ToggleButton key={option} value={option} className={classes.view}>
              {t(`check.${option}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <span className={quiet}>{folderCounts(check.files, t)}</span>
      </div>
      {view === 'files' && (
        <FilesView
          files={check.files}
          findings={findings}
          place={place}
          onOpen={file => setPlace({ file })}
        />
      )}
      {view === 'manifests' && (
        <ManifestsView manifests={check.validation?.manifests ?? []} />
      )}
      {view === 'answers' && <AnswersView answers={answers} />}
    </>
  );
}

/** Where the first finding is; else the file that says what all the others are. */
function firstPlace({ files }: TemplateCheck, [finding]: Finding[]): Place {
  if (finding) {
    return { file: finding.file, line: finding.line };
  }
  const readme = files.find(({ path }) => /^[^/]+\/README\.md$/.test(path));
  return { file: (readme ?? files[0])?.path ?? '' };
}
