import { useEffect, useMemo, useState } from 'react';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import FolderOutlinedIcon from '@material-ui/icons/FolderOutlined';
import FolderOpenIcon from '@material-ui/icons/FolderOpen';
import InsertDriveFileOutlinedIcon from '@material-ui/icons/InsertDriveFileOutlined';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import TreeItem from '@material-ui/lab/TreeItem';
import TreeView from '@material-ui/lab/TreeView';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CheckedFile,
  Finding,
} from '@golden-path/backstage-plugin-golden-path-common';
import { type FileNode, toTree } from '../../check/FileNode';
import { tallyText } from '../../check/tallyText';
import { statusTone } from '../../theme/statusTone';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';
import { IconWord } from '../IconWord';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        maxHeight: 560,
        overflow: 'auto',
        padding: theme.spacing(1, 0),
        border: `1px solid ${tone.line}`,
        borderRadius: 4,
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
        },
        '& .MuiTreeItem-label': {
          fontSize: theme.typography.pxToRem(12),
          lineHeight: '24px',
          minWidth: 0,
        },
        '& .MuiTreeItem-iconContainer svg': { fontSize: 16, color: tone.quiet },
      },
      label: { display: 'flex', gap: theme.spacing(1), paddingRight: 8 },
      name: { overflowWrap: 'anywhere', lineHeight: '16px', padding: '4px 0' },
      count: { marginLeft: 'auto', flex: 'none', display: 'flex', gap: 4 },
    };
  },
  { name: 'GoldenPathFileTree' },
);

/** What would be made, as folders and files with the number of findings in each. */
export function FileTree(props: {
  files: CheckedFile[];
  findings: Finding[];
  selected: string;
  onSelect: (path: string) => void;
}) {
  const { files, findings, selected, onSelect } = props;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const tree = useMemo(() => toTree(files, findings), [files, findings]);
  const [expanded, setExpanded] = useState(() => opened(tree));
  useEffect(() => {
    // What is shown is in sight.
    setExpanded(paths => [...new Set([...paths, ...ancestors(selected)])]);
  }, [selected]);
  const paths = new Set(files.map(({ path }) => path));
  return (
    <TreeView
      className={classes.root}
      aria-label={t('check.tree')}
      defaultExpandIcon={<FolderOutlinedIcon />}
      defaultCollapseIcon={<FolderOpenIcon />}
      defaultEndIcon={<InsertDriveFileOutlinedIcon />}
      expanded={expanded}
      selected={selected}
      onNodeToggle={(_, open) => setExpanded(open)}
      onNodeSelect={(_: unknown, path: string) => {
        if (paths.has(path)) {
          onSelect(path);
        }
      }}
    >
      {tree.map(node => (
        <Node key={node.path} node={node} />
      ))}
    </TreeView>
  );
}

function Node({ node }: { node: FileNode }) {
  const { path, name, tally, children } = node;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const found = tallyText(tally, t);
  return (
    <TreeItem
      nodeId={path}
      aria-label={found ? t('check.node', { name, found }) : name}
      TransitionProps={{ timeout: 0 }}
      label={
        <span className={classes.label}>
          <span className={classes.name}>{name}</span>
          <span className={classes.count}>
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
        </span>
      }
    >
      {children?.map(child => (
        <Node key={child.path} node={child} />
      ))}
    </TreeItem>
  );
}

/** Folders that are open at first: those at the top, and those with findings. */
function opened(nodes: FileNode[], isTop: boolean = true): string[] {
  return nodes.flatMap(({ path, tally, children }) =>
    children && (isTop || tally.error + tally.warning > 0)
      ? [path, ...opened(children, false)]
      : [],
  );
}

function ancestors(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
