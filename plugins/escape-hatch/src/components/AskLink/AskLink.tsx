import { usePageLinks } from '../../hooks/usePageLinks';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionLink } from '../ActionLink';

/** The way to the form. */
export function AskLink() {
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  return links ? (
    <ActionLink
      to={links.create()}
      variant="contained"
      color="primary"
      disableElevation
    >
      {t('common.ask')}
    </ActionLink>
  ) : null;
}
