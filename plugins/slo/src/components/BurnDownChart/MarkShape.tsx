import type { HistoryMark } from '@golden-path/backstage-plugin-slo-common';
import { useChartStyles } from './useChartStyles';

/** A mark's sign in a box of 12 × 12: the shape tells the kind, colour only repeats it. */
export function MarkShape({ kind }: { kind: HistoryMark['kind'] }) {
  const classes = useChartStyles();
  switch (kind) {
    case 'deployment':
      return <path className={classes.deployment} d="M6 1.5l4.5 9h-9z" />;
    case 'failed-deployment':
      return <path className={classes.failure} d="M6 1l5 10H1z" />;
    case 'rollback':
      return <path className={classes.rollback} d="M6 11l5-9H1z" />;
    case 'incident':
      return <path className={classes.failure} d="M0 3h12v6H0z" />;
    default:
      return null;
  }
}
