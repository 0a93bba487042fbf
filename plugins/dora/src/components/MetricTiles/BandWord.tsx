import { makeStyles } from '@material-ui/core/styles';
import type { Band } from '@golden-path/backstage-plugin-dora-common';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';

const LEVELS = ['low', 'medium', 'high', 'elite'] as const;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'inline-flex', alignItems: 'center', gap: 6 },
    glyph: { width: 16, height: 14, flex: 'none' },
    full: { fill: theme.palette.text.primary },
    empty: { fill: statusTone(theme).track },
    year: { color: statusTone(theme).quiet },
  }),
  { name: 'DoraBandWord' },
);

/** Four bars, of which as many are full as the level is high, the word and the year; never red or green. */
export function BandWord({ band }: { band: Band }) {
  const t = useDoraTranslation();
  const classes = useStyles();
  const level = LEVELS.indexOf(band.level);
  return (
    <span className={classes.root}>
      <svg className={classes.glyph} viewBox="0 0 16 14" aria-hidden>
        {LEVELS.map((name, i) => (
          <rect
            key={name}
            className={i <= level ? classes.full : classes.empty}
            x={i * 4}
            y={9 - i * 3}
            width="3"
            height={5 + i * 3}
          />
        ))}
      </svg>
      <span>
        {t(`tile.band.${band.level}`)}{' '}
        <span className={classes.year}>
          {t('tile.bandYear', { year: String(band.reportYear) })}
        </span>
      </span>
    </span>
  );
}
