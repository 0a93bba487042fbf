import { useId } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import type { TileView } from '../../metrics/tileView';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { BandWord } from './BandWord';
import { TrendWord } from './TrendWord';

/** Below this the tiles are rows. */
const ROWS_BELOW = 1000;

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    const accent = theme.palette.primary.main;
    const rows = theme.breakpoints.down(ROWS_BELOW);
    return {
      root: {
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'stretch',
        justifyContent: 'flex-start',
        minHeight: 176,
        padding: '13px 16px 16px',
        borderTop: '3px solid transparent',
        borderLeft: `1px solid ${tone.line}`,
        fontFamily: 'inherit',
        fontSize: theme.typography.pxToRem(14),
        lineHeight: '20px',
        fontVariantNumeric: 'tabular-nums',
        textAlign: 'left',
        '&:first-child': { borderLeft: 0 },
        '&[aria-pressed=true]': {
          borderTopColor: accent,
          background: tone.accentTint,
        },
        '&:hover': { background: tone.quietTint },
        '&[aria-pressed=true]:hover': { background: tone.accentTint },
        '&:focus-visible': {
          outline: `2px solid ${accent}`,
          outlineOffset: -2,
        },
        [rows]: {
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 6fr) 144px minmax(0, 8fr)',
          gap: theme.spacing(0, 2),
          alignItems: 'center',
          minHeight: 0,
          padding: '12px 16px 12px 13px',
          borderTop: `1px solid ${tone.line}`,
          borderLeft: '3px solid transparent',
          '&:first-child': {
            borderTop: 0,
            borderLeft: '3px solid transparent',
          },
          '&[aria-pressed=true]': {
            borderTopColor: tone.line,
            borderLeftColor: accent,
          },
        },
      },
      title: {
        minHeight: 40,
        fontWeight: 600,
        [rows]: { minHeight: 0, gridRow: 'span 2' },
      },
      value: {
        margin: theme.spacing(1, 0),
        fontSize: theme.typography.pxToRem(28),
        lineHeight: '32px',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        [theme.breakpoints.down(1360)]: {
          fontSize: theme.typography.pxToRem(22),
        },
        '& small': {
          marginLeft: 4,
          fontSize: theme.typography.pxToRem(14),
          fontWeight: 400,
          color: tone.quiet,
        },
        [rows]: {
          margin: 0,
          gridRow: 'span 2',
        },
      },
      few: { fontSize: theme.typography.pxToRem(20) },
      why: { color: tone.quiet },
      foot: {
        marginTop: 'auto',
        paddingTop: theme.spacing(1),
        [rows]: { margin: 0, padding: 0 },
      },
      n: {
        minHeight: 32,
        marginTop: 4,
        fontSize: theme.typography.pxToRem(12),
        lineHeight: '16px',
        color: tone.quiet,
        [rows]: { minHeight: 0 },
      },
    };
  },
  { name: 'DoraMetricTile' },
);

/** One metric; pressed, its series is shown below. */
export function MetricTile(props: {
  title: string;
  view: TileView;
  /** What stands where a metric has no band. */
  noBand: string;
  isPressed: boolean;
  onPress: () => void;
}) {
  const { title, view, noBand, isPressed, onPress } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const id = useId();
  return (
    <ButtonBase
      className={classes.root}
      component="button"
      disableRipple
      aria-pressed={isPressed}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-value ${id}-band ${id}-foot`}
      onClick={onPress}
    >
      <span id={`${id}-title`} className={classes.title}>
        {title}
      </span>
      <span id={`${id}-value`} className={classes.value}>
        {view.value ?? <span className={classes.few}>{t('page.tooFew')}</span>}
        {view.unit && <small>{view.unit}</small>}
      </span>
      <span id={`${id}-band`}>
        {view.band ? (
          <BandWord band={view.band} />
        ) : (
          <span className={classes.why}>{view.why ?? noBand}</span>
        )}
      </span>
      <span id={`${id}-foot`} className={classes.foot}>
        <TrendWord trend={view.trend} />
        <div className={classes.n}>{view.foot}</div>
      </span>
    </ButtonBase>
  );
}
