import { makeStyles } from '@material-ui/core/styles';
import type {
  CheckedFile,
  Finding,
} from '@golden-path/backstage-plugin-golden-path-common';
import { useFieldStyles } from '../../theme/useFieldStyles';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';
import { FileTree } from './FileTree';
import type { Place } from './Place';
import { SourceView } from './SourceView';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 288px) minmax(0, 1fr)',
      alignItems: 'start',
      gap: theme.spacing(2),
      [theme.breakpoints.down(1100)]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
      marginBottom: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'GoldenPathFiles' },
);

/** All files beside the content of one of them. */
export function FilesView(props: {
  files: CheckedFile[];
  findings: Finding[];
  place: Place;
  onOpen: (file: string) => void;
}) {
  const { files, findings, place, onOpen } = props;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { quiet } = useFieldStyles();
  const file = files.find(({ path }) => path === place.file);
  return (
    <div className={classes.root}>
      <FileTree
        files={files}
        findings={findings}
        selected={place.file}
        onSelect={onOpen}
      />
      {file && (
        <div>
          <div className={classes.head}>
            <code>{file.path}</code>
            {file.ownership && (
              <span className={quiet}>
                {t(`check.ownership.${file.ownership}`)}
              </span>
            )}
          </div>
          {file.content === null ? (
            <p className={quiet}>{t('check.binary')}</p>
          ) : (
            <SourceView
              key={file.path}
              name={file.path}
              content={file.content}
              findings={findings.filter(finding => finding.file === file.path)}
              place={place}
            />
          )}
        </div>
      )}
    </div>
  );
}
