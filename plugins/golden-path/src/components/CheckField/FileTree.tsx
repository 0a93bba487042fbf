import {
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CheckedFile,
  Finding,
} from '@golden-path/backstage-plugin-golden-path-common';
import { type FileNode, toTree } from '../../check/FileNode';
import { treeMove } from '../../check/treeMove';
import { type TreeLine, visibleLines } from '../../check/visibleLines';
import { statusTone } from '../../theme/statusTone';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';
import { FileTreeItem } from './FileTreeItem';

const useStyles = makeStyles(
  theme => ({
    root: {
      maxHeight: 528,
      overflow: 'auto',
      margin: 0,
      padding: theme.spacing(1, 0),
      border: `1px solid ${statusTone(theme).line}`,
      borderRadius: 4,
      [theme.breakpoints.down(1100)]: { maxHeight: 264 },
    },
  }),
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
  const [open, setOpen] = useState(() => new Set(initiallyOpen(tree)));
  const [focused, setFocused] = useState(selected);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // What is shown beside the tree is in sight here.
    setOpen(paths => new Set([...paths, ...ancestors(selected)]));
    setFocused(selected);
  }, [selected]);
  const isOpen = ({ node }: { node: FileNode }) => open.has(node.path);
  const lines = visibleLines(tree, node => open.has(node.path));
  const current = lines.find(({ node }) => node.path === focused) ?? lines[0];

  const toggle = (toggled: TreeLine[]) =>
    setOpen(paths => {
      const next = new Set(paths);
      for (const { node } of toggled) {
        if (!next.delete(node.path)) {
          next.add(node.path);
        }
      }
      return next;
    });
  const go = (line: TreeLine) => {
    setFocused(line.node.path);
    const item = list.current?.children[lines.indexOf(line)];
    (item as HTMLElement | undefined)?.focus();
  };
  const choose = (line: TreeLine) => {
    setFocused(line.node.path);
    if (line.node.children) {
      toggle([line]);
    } else {
      onSelect(line.node.path);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const move = treeMove({ key: event.key, lines, current, isOpen });
    if (!move) {
      return;
    }
    event.preventDefault();
    if ('go' in move) {
      go(move.go);
    } else if ('toggle' in move) {
      toggle(move.toggle);
    } else {
      choose(move.choose);
    }
  };
  return (
    <ul
      ref={list}
      role="tree"
      aria-label={t('check.tree')}
      className={classes.root}
      onKeyDown={onKeyDown}
    >
      {lines.map(line => (
        <FileTreeItem
          key={line.node.path}
          line={line}
          isOpen={isOpen(line)}
          isSelected={line.node.path === selected}
          isFocusable={line === current}
          onChoose={() => choose(line)}
        />
      ))}
    </ul>
  );
}

/** Folders that are open at first: those at the top, and those with findings. */
function initiallyOpen(nodes: FileNode[], isTop: boolean = true): string[] {
  return nodes.flatMap(({ path, tally, children }) =>
    children && (isTop || tally.error + tally.warning > 0)
      ? [path, ...initiallyOpen(children, false)]
      : [],
  );
}

function ancestors(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
