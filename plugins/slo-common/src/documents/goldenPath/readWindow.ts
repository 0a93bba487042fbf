import type { RollingWindow } from '../../definition/SloWindow';
import { parseDuration } from '../../promql/parseDuration';
import type { DocumentNode } from '../DocumentNode';

const MIN_SECONDS = 60;
const MAX_SECONDS = 400 * 86_400;

/**
 * Reads the length of a rolling window. Calendar windows are not part of the house format.
 */
export function readWindow(node: DocumentNode): RollingWindow | undefined {
  const { value } = node;
  const seconds = typeof value === 'string' ? parseDuration(value.trim()) : NaN;
  return seconds && seconds >= MIN_SECONDS && seconds <= MAX_SECONDS
    ? { type: 'rolling', seconds }
    : node.expected(
        'the length of a rolling window from 1m to 400d, such as 30d, 4w or 720h',
      );
}
