import { personName } from '../format/personName';
import type { Me } from '../hooks/useMe';
import type { EscapeHatchTranslation } from '../translation/useEscapeHatchTranslation';

/** An actor within a sentence: `ml-lead`, `ml-lead (you)` or `the portal`. */
export function whoName(options: {
  ref: string;
  me: Me | undefined;
  t: EscapeHatchTranslation;
}): string {
  const { ref, me, t } = options;
  if (ref === 'portal') {
    return t('request.portal');
  }
  return ref === me?.ref
    ? t('request.you', { name: personName(ref) })
    : personName(ref);
}
