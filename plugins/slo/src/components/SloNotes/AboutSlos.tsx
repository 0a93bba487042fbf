import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { useSloTranslation } from '../../translation/useSloTranslation';

/** Names the SLOs that a note is about, where the card shows others too. */
export function AboutSlos({ slos }: { slos: SloStatus[] }) {
  const t = useSloTranslation();
  return (
    <>{t('note.about', { names: slos.map(({ name }) => name).join(', ') })}</>
  );
}
