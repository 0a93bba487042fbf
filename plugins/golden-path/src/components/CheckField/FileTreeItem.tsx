import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import FolderOpenIcon from '@material-ui/icons/FolderOpen';
import FolderOutlinedIcon from '@material-ui/icons/FolderOutlined';
import InsertDriveFileOutlinedIcon from '@material-ui/icons/InsertDriveFileOutlined';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { makeStyles } from '@material-ui/core/styles';
import { tallyText } from '../../check/tallyText';
import type { TreeLine } from '../../check/visibleLines';
import { statusTone } from '../../theme/statusTone';
import { useHiddenText } from '../../theme/useHiddenText';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';
import { IconWord } from '../IconWord';

const INDENT_PX = 16;

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'center',
        gap: theme.spacing(0.75),
        padding: theme.spacing(0.25, 1),
        fontSize: theme.typography.pxToRem(12),
        cursor: 'pointer',
        listStyle: 'none',
        '&:hover': { background: tone.quietTint },
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: -2,
        },
        '& > svg': { flex: 'none', fontSize: 16, color: tone.quiet },
      },
      selected: {
        fontWeight: 600,
        background: tone.quietTint,
        boxShadow: `inset 2px 0 0 ${theme.palette.primary.main}`,
      },
      name: { overflowWrap: 'anywhere', minWidth: 0 },
      counts: { display: 'flex', flex: 'none', gap: 4, marginLeft: 'auto' },
    };
  },
  { name: 'GoldenPathFileTreeItem' },
);

/** One file or folder. The lines of the tree stand beside each other, so that each has no name but its own. */
export function FileTreeItem(props: {
  line: TreeLine;
  isOpen: boolean;
  isSelected: boolean;
  /** Of all lines, the tab key reaches one. */
  isFocusable: boolean;
  onChoose: () => void;
}) {
  const { line, isOpen, isSelected, isFocusable, onChoose } = props;
  const { node, level, position, siblings } = line;
  const { name, tally, children } = node;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const hidden = useHiddenText();
  const found = tallyText(tally, t);
  const FolderIcon = isOpen ? FolderOpenIcon : FolderOutlinedIcon;
  const Icon = children ? FolderIcon : InsertDriveFileOutlinedIcon;
  return (
    // The tree handles the keys of all its lines.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={children && isOpen}
      aria-selected={isSelected}
      tabIndex={isFocusable ? 0 : -1}
      className={
        isSelected ? `${classes.root} ${classes.selected}` : classes.root
      }
      style={{ paddingLeft: 8 + (level - 1) * INDENT_PX }}
      onClick={onChoose}
    >
      <Icon aria-hidden />
      <span className={classes.name}>{name}</span>
      {found && <span className={hidden}>, {found}</span>}
      {found && (
        <span className={classes.counts} aria-hidden>
          {tally.error > 0 && (
            <IconWord icon={ErrorOutlineIcon} tone="bad">
              {tally.error}
            </IconWord>
          )}
          {tally.warning > 0 && (
            <IconWord icon={ReportProblemOutlinedIcon} tone="warn">
              {tally.warning}
            </IconWord>
          )}
        </span>
      )}
    </li>
  );
}
