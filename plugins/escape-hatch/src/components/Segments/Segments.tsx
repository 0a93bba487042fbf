import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useToggleStyles } from '../../theme/useToggleStyles';

/** A choice of one among few, all of them in sight. */
export function Segments<T extends string | number>(props: {
  label: string;
  options: { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
}) {
  const { label, options, value, onChange } = props;
  const classes = useToggleStyles();
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
        <ToggleButton key={option.value} value={option.value} classes={classes}>
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
