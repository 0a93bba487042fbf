import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import DragHandleIcon from '@material-ui/icons/DragHandle';
import type { RiskLevel } from '@golden-path/backstage-plugin-escape-hatch-common';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { IconWord } from '../IconWord';

const LOOKS = {
  low: { icon: ArrowDownwardIcon, tone: 'quiet' },
  medium: { icon: DragHandleIcon, tone: 'warn' },
  high: { icon: ArrowUpwardIcon, tone: 'bad' },
} as const;

/** How much can go wrong. */
export function RiskWord({ level }: { level: RiskLevel }) {
  const t = useEscapeHatchTranslation();
  return <IconWord {...LOOKS[level]}>{t(`common.risk.${level}`)}</IconWord>;
}
