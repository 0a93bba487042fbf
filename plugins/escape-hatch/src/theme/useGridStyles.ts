import { makeStyles } from '@material-ui/core/styles';

/** How cards stand beside each other; in one column below 1000 px. */
export const useGridStyles = makeStyles(
  theme => {
    const grid = {
      display: 'grid',
      gap: theme.spacing(3),
      marginTop: theme.spacing(3),
    };
    const oneColumn = 'minmax(0, 1fr)';
    return {
      one: { ...grid, gridTemplateColumns: oneColumn },
      halves: {
        ...grid,
        gridTemplateColumns: 'repeat(auto-fit, minmax(0, 1fr))',
        gridAutoFlow: 'column',
        gridAutoColumns: oneColumn,
        [theme.breakpoints.down(1000)]: {
          gridTemplateColumns: oneColumn,
          gridAutoFlow: 'row',
        },
      },
      wideAndNarrow: {
        ...grid,
        gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
        [theme.breakpoints.down(1000)]: { gridTemplateColumns: oneColumn },
      },
      formAndAside: {
        ...grid,
        gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
        [theme.breakpoints.down(1000)]: { gridTemplateColumns: oneColumn },
      },
      /** Cards above each other, within one of the columns. */
      column: {
        ...grid,
        marginTop: 0,
        gridTemplateColumns: oneColumn,
        alignContent: 'start',
      },
    };
  },
  { name: 'EscapeHatchGrid' },
);
