import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import LoopIcon from '@material-ui/icons/Loop';
import BellIcon from '@material-ui/icons/NotificationsNone';
import NoneIcon from '@material-ui/icons/RemoveCircleOutline';
import OctagonIcon from '@material-ui/icons/ReportOutlined';
import TriangleIcon from '@material-ui/icons/ReportProblemOutlined';
import ClockIcon from '@material-ui/icons/Schedule';
import type { StateName } from '../../slo/stateWords';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontWeight: 600,
      whiteSpace: 'nowrap',
    },
    icon: { fontSize: 16 },
    ok: { color: statusTone(theme).ok },
    warn: { color: statusTone(theme).warn },
    bad: { color: statusTone(theme).bad },
    quiet: { color: statusTone(theme).quiet },
  }),
  { name: 'SloStateWord' },
);

type Tone = 'ok' | 'warn' | 'bad' | 'quiet';

const looks: Record<
  StateName,
  { icon: ComponentType<SvgIconProps>; tone: Tone }
> = {
  page: { icon: BellIcon, tone: 'bad' },
  ticket: { icon: BellIcon, tone: 'warn' },
  notify: { icon: BellIcon, tone: 'quiet' },
  review: { icon: TriangleIcon, tone: 'warn' },
  freeze: { icon: OctagonIcon, tone: 'bad' },
  onTrack: { icon: CheckIcon, tone: 'ok' },
  notJudged: { icon: LoopIcon, tone: 'quiet' },
  stale: { icon: ClockIcon, tone: 'quiet' },
  noTraffic: { icon: NoneIcon, tone: 'quiet' },
  noData: { icon: NoneIcon, tone: 'quiet' },
};

/** How something stands: icon and word, never colour alone. */
export function StateWord(props: {
  state: StateName;
  /** Another word for the same look, such as `Active`; an empty one leaves the icon, named by the state. */
  text?: string;
}) {
  const t = useSloTranslation();
  const classes = useStyles();
  const { icon: Icon, tone } = looks[props.state];
  const word = t(`card.state.${props.state}`);
  const text = props.text ?? word;
  return (
    <span className={`${classes.root} ${classes[tone]}`}>
      {text === '' ? (
        <Icon className={classes.icon} titleAccess={word} />
      ) : (
        <Icon className={classes.icon} aria-hidden />
      )}
      {text}
    </span>
  );
}
