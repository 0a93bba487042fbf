import { useState } from 'react';
import { PRESET_WEEKS } from '../../period/lastWeeks';
import type { PeriodState } from '../../period/usePeriod';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Choice } from '../Choice';
import { CustomPeriodDialog } from './CustomPeriodDialog';

/** The period that is shown is none of the others. */
const CUSTOM = 'custom';
/** Opens the dialog; never chosen for long, so that it can be chosen again. */
const CHOOSE = 'choose';

/** The last complete weeks, or any others. */
export function PeriodPicker(props: {
  state: PeriodState;
  /** No period may begin before this day, `YYYY-MM-DD`. */
  earliest?: string;
}) {
  const { state, earliest = '' } = props;
  const { period, preset, weeksFrom, setPeriod, setWeeks } = state;
  const t = useDoraTranslation();
  const isCustom = preset === undefined;
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    <>
      <Choice
        label={t('page.period.label')}
        options={[
          ...PRESET_WEEKS.map(weeks => ({
            value: String(weeks),
            text: t('page.period.weeks', { weeks: String(weeks) }),
            isDisabled: weeksFrom(weeks) < earliest,
          })),
          ...(isCustom
            ? [{ value: CUSTOM, text: t('page.period.custom') }]
            : []),
          {
            value: CHOOSE,
            text: isCustom ? t('page.period.other') : t('page.period.custom'),
          },
        ]}
        value={isCustom ? CUSTOM : String(preset)}
        onChange={value =>
          value === CHOOSE ? setIsChoosing(true) : setWeeks(Number(value))
        }
      />
      {isChoosing && (
        <CustomPeriodDialog
          period={period}
          earliest={earliest}
          onChoose={chosen => {
            setPeriod(chosen);
            setIsChoosing(false);
          }}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </>
  );
}
