import { useTheme } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { formatBudget } from '../../format/formatBudget';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { budgetBarGeometry } from './budgetBarGeometry';
import { fillOf } from './fillOf';

/** What is left of an error budget: zero at a fifth of the width, dotted ticks at policy thresholds. */
export function BudgetBar({ slo }: { slo: SloStatus }) {
  const t = useSloTranslation();
  const theme = useTheme();
  const tone = statusTone(theme);
  const { consumed, remaining } = slo.budget;
  const { zero, fill, ticks } = budgetBarGeometry({
    remaining: remaining ?? 0,
    thresholds: slo.policy.thresholds.map(({ threshold }) => threshold),
  });
  const ink = theme.palette.text.primary;
  return (
    <svg
      viewBox="0 0 100 16"
      preserveAspectRatio="none"
      width="100%"
      height="16"
      display="block"
      role="img"
      aria-label={
        consumed === null
          ? t('card.budget.unknownBar')
          : t('card.budget.bar', { left: formatBudget(consumed).left })
      }
    >
      <rect x={zero} y="4" width={100 - zero} height="8" fill={tone.track} />
      <rect
        x={fill.x}
        y="4"
        width={fill.width}
        height="8"
        fill={fillOf(slo, theme)}
      />
      <path
        d={`M${zero} 0V16`}
        stroke={ink}
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
      {ticks.map(x => (
        <path
          key={x}
          d={`M${x} 1V15`}
          stroke={ink}
          strokeDasharray="2 2"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
