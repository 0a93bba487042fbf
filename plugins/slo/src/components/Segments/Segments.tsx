import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => ({
    button: {
      height: 32,
      padding: theme.spacing(0, 1.5),
      border: `1px solid ${statusTone(theme).outline}`,
      color: statusTone(theme).quiet,
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      letterSpacing: 'normal',
      textTransform: 'none',
      whiteSpace: 'nowrap',
      '&$selected': {
        color: theme.palette.text.primary,
        fontWeight: 600,
        background: statusTone(theme).quietTint,
        boxShadow: `inset 0 -2px 0 ${theme.palette.primary.main}`,
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    selected: {},
  }),
  { name: 'SloSegments' },
);

/** A choice of one among few, all of them in sight. */
export function Segments<T extends string | number>(props: {
  label: string;
  options: { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
}) {
  const { label, options, value, onChange } = props;
  const classes = useStyles();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, chosen: T | null) => {
        if (chosen !== null) {
          onChange(chosen);
        }
      }}
    >
      {options.map(option => (
        <ToggleButton
          key={option.value}
          value={option.value}
          classes={{ root: classes.button, selected: classes.selected }}
        >
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
