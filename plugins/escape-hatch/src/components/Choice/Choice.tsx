import InputBase from '@material-ui/core/InputBase';
import NativeSelect from '@material-ui/core/NativeSelect';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => ({
    root: {
      border: `1px solid ${statusTone(theme).outline}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      '&:focus-within': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    select: {
      height: 20,
      padding: theme.spacing(0.625, 4, 0.625, 1.5),
      '&:focus': { background: 'transparent' },
      '& option': {
        color: theme.palette.text.primary,
        background: theme.palette.background.paper,
      },
    },
    icon: { color: statusTone(theme).quiet },
  }),
  { name: 'EscapeHatchChoice' },
);

/** A filter: the browser's own list, named for screen readers by what it filters. */
export function Choice<T extends string>(props: {
  label: string;
  options: { value: T; text: string; isDisabled?: boolean }[];
  value: T;
  onChange: (value: T) => void;
}) {
  const { label, options, value, onChange } = props;
  const { root, select, icon } = useStyles();
  return (
    <NativeSelect
      input={<InputBase className={root} />}
      classes={{ select, icon }}
      inputProps={{ 'aria-label': label }}
      value={value}
      onChange={event => onChange(event.target.value as T)}
    >
      {options.map(option => (
        <option
          key={option.value}
          value={option.value}
          disabled={option.isDisabled}
        >
          {option.text}
        </option>
      ))}
    </NativeSelect>
  );
}
