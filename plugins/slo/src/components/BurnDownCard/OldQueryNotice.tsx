import { formatMoment } from '../../format/formatMoment';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { ActionButton } from '../ActionButton';

/** Says that the chart is about a query that counts no more, and leads back. */
export function OldQueryNotice(props: {
  until: string;
  now: Date;
  onPresent: () => void;
}) {
  const { until, now, onPresent } = props;
  const t = useSloTranslation();
  return (
    <div>
      {t('burnDown.oldQuery', { time: formatMoment(until, { now }) })}{' '}
      <ActionButton color="primary" onClick={onPresent}>
        {t('burnDown.presentQuery')}
      </ActionButton>
    </div>
  );
}
