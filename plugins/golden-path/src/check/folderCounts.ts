import type { CheckedFile } from '@golden-path/backstage-plugin-golden-path-common';
import type { GoldenPathTranslation } from '../translation/useGoldenPathTranslation';
import { gitopsLast } from './gitopsLast';

/** `orders-api 34 files · gitops 7 files` */
export function folderCounts(
  files: CheckedFile[],
  t: GoldenPathTranslation,
): string {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = path.includes('/') ? path.split('/')[0] : '.';
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => gitopsLast(a, b))
    .map(([folder, count]) => t('check.folderFiles', { folder, count }))
    .join(' · ');
}
