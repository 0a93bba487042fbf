import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      // The controls make room before a word of the title is cut off.
      root: { '& h3': { minWidth: 'min-content', overflow: 'visible' } },
      hint: {
        fontSize: theme.typography.pxToRem(12),
        lineHeight: '16px',
        textAlign: 'right',
        color: tone.quiet,
      },
      title: { whiteSpace: 'normal' },
      controls: {
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'flex-end',
        gap: theme.spacing(1),
      },
      content: {
        fontSize: theme.typography.pxToRem(14),
        lineHeight: '20px',
        fontVariantNumeric: 'tabular-nums',
        overflowX: 'auto',
        '& table': { width: '100%', borderCollapse: 'collapse' },
        '& th': {
          padding: theme.spacing(1, 2, 1, 0),
          fontSize: theme.typography.pxToRem(12),
          lineHeight: '16px',
          fontWeight: 600,
          textAlign: 'left',
          verticalAlign: 'bottom',
          color: tone.quiet,
          borderBottom: `1px solid ${tone.outline}`,
        },
        '& td': {
          padding: theme.spacing(1, 2, 1, 0),
          verticalAlign: 'top',
          borderBottom: `1px solid ${tone.line}`,
        },
        '& tr:last-child > td': { borderBottom: 0 },
        '& th:last-child, & td:last-child': { paddingRight: 0 },
        '& .number': { textAlign: 'right', whiteSpace: 'nowrap' },
        // On one line where there is room, and a day always.
        '& .line, & .day': { whiteSpace: 'nowrap' },
        [theme.breakpoints.down(1000)]: {
          '& th, & td': { paddingRight: theme.spacing(1) },
          '& .hide8': { display: 'none' },
          '& .line, & th.number': { whiteSpace: 'normal' },
          // Day and time in a line each, not every word of them.
          '& td > time': { display: 'inline-block', minWidth: 92 },
        },
        '& .strong': { fontWeight: 600 },
        // Columns that say more than what is needed to read the others.
        '& .wide': {
          [theme.breakpoints.down(1000)]: { display: 'none' },
        },
        '& .quiet': { color: tone.quiet },
        '& .mono': {
          fontFamily: 'Menlo, Consolas, "DejaVu Sans Mono", monospace',
          fontSize: theme.typography.pxToRem(12),
        },
        '& .small': {
          fontSize: theme.typography.pxToRem(12),
          lineHeight: '16px',
          color: tone.quiet,
        },
      },
    };
  },
  { name: 'DoraTabCard' },
);

/** A card of the tab: the catalog's shell, with the look of the suite's tables in it. */
export function TabCard(props: {
  title?: string;
  /** A fact beside the title. */
  hint?: ReactNode;
  /** Controls beside the title. */
  controls?: ReactNode;
  children: ReactNode;
}) {
  const { title, hint, controls, children } = props;
  const classes = useStyles();
  return (
    <EntityInfoCard
      className={classes.root}
      title={title && <span className={classes.title}>{title}</span>}
      headerActions={
        controls ? (
          <div className={classes.controls}>{controls}</div>
        ) : (
          hint && <span className={classes.hint}>{hint}</span>
        )
      }
    >
      <div className={classes.content}>{children}</div>
    </EntityInfoCard>
  );
}
