import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import DownIcon from '@material-ui/icons/ArrowDownward';
import UpIcon from '@material-ui/icons/ArrowUpward';
import SameIcon from '@material-ui/icons/DragHandle';
import NoneIcon from '@material-ui/icons/Remove';
import type { Trend } from '../../metrics/trendOf';
import { IconWord, type IconWordTone } from '../IconWord';

const icons: Record<Trend['arrow'], ComponentType<SvgIconProps>> = {
  up: UpIcon,
  down: DownIcon,
  same: SameIcon,
  none: NoneIcon,
};

const tones: Record<Trend['judgement'], IconWordTone> = {
  better: 'ok',
  worse: 'warn',
  neither: 'quiet',
};

/** Where a number goes, and whether that is good. */
export function TrendWord({ trend }: { trend: Trend }) {
  return (
    <IconWord icon={icons[trend.arrow]} tone={tones[trend.judgement]}>
      {trend.text}
    </IconWord>
  );
}
