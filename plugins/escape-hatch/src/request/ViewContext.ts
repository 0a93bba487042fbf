import type { MomentContext } from '../format/MomentContext';
import type { Me } from '../hooks/useMe';
import type { EscapeHatchTranslation } from '../translation/useEscapeHatchTranslation';

/** What the texts about a request depend on beside it. */
export interface ViewContext extends MomentContext {
  me: Me | undefined;
  t: EscapeHatchTranslation;
}
