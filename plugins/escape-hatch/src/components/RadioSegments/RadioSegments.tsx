import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';
import { useHiddenText } from '../../theme/useHiddenText';
import type { LabelledControl } from '../LabelledField';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        display: 'inline-flex',
        flexWrap: 'wrap',
        border: `1px solid ${tone.outline}`,
        borderRadius: 4,
      },
      wrong: { borderColor: tone.bad },
      option: {
        position: 'relative',
        padding: theme.spacing(0.75, 1.5),
        fontSize: theme.typography.pxToRem(14),
        lineHeight: '20px',
        cursor: 'pointer',
        borderLeft: `1px solid ${tone.line}`,
        '&:first-child': { borderLeft: 0 },
        '&:focus-within': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
          zIndex: 1,
        },
      },
      chosen: {
        fontWeight: 600,
        background: tone.accentTint,
        boxShadow: `inset 0 -2px 0 ${theme.palette.primary.main}`,
      },
    };
  },
  { name: 'EscapeHatchRadioSegments' },
);

/** A mandatory choice of one among few, all in sight. Radio buttons to keyboards and screen readers. */
export function RadioSegments<T extends string>(props: {
  control: LabelledControl;
  options: { value: T; text: string }[];
  /** Empty while nothing is chosen. */
  value: T | '';
  onChange: (value: T) => void;
}) {
  const { control, options, value, onChange } = props;
  const classes = useStyles();
  const hidden = useHiddenText();
  const isWrong = control['aria-invalid'];
  return (
    <div
      role="radiogroup"
      {...control}
      aria-required
      className={isWrong ? `${classes.root} ${classes.wrong}` : classes.root}
    >
      {options.map(option => {
        const isChosen = option.value === value;
        return (
          <label
            key={option.value}
            className={
              isChosen ? `${classes.option} ${classes.chosen}` : classes.option
            }
          >
            <input
              type="radio"
              name={control.id}
              className={hidden}
              value={option.value}
              checked={isChosen}
              onChange={() => onChange(option.value)}
            />
            {option.text}
          </label>
        );
      })}
    </div>
  );
}
