import LockIcon from '@material-ui/icons/LockOutlined';
import { formatMonth } from '../../format/formatMonth';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { IconWord } from '../IconWord';
import { StateBody } from '../states';
import { TabCard } from '../TabCard';

/** Stands where the form would, for a reader whose review the backend would refuse. */
export function NotAllowed(props: {
  /** `YYYY-MM` */
  month: string;
  onBack: () => void;
}) {
  const { month, onBack } = props;
  const t = useDoraTranslation();
  return (
    <TabCard title={t('review.form.title', { month: formatMonth(month) })}>
      <StateBody>
        <IconWord icon={LockIcon} tone="quiet">
          {t('review.form.notAllowed')}
        </IconWord>
        <ActionButton variant="outlined" onClick={onBack}>
          {t('review.detail.back')}
        </ActionButton>
      </StateBody>
    </TabCard>
  );
}
