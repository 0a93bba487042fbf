import type { Preview } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatFormDay, formatShortFormDay } from '../../draft/formatFormDay';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { LabelledField } from '../LabelledField';
import { RadioSegments } from '../RadioSegments';
import { TextButton } from '../TextButton';
import type { FormState } from './FormState';
import { TextInput } from '../TextInput';
import { useFormStyles } from './useFormStyles';

/** From when and until when, with the longest time that is allowed. */
export function TimeFields(props: {
  form: FormState;
  cap: Preview['cap'] | undefined;
  timeZone: string | undefined;
  /** The exact end that an edited request has now, where it is not that of a day. */
  exactEnd?: string;
}) {
  const { form, cap, timeZone, exactEnd } = props;
  const { fields, set, idOf, problemOf, messageOf } = form;
  const t = useEscapeHatchTranslation();
  const classes = useFormStyles();
  const problem = problemOf('expiresAt');
  const instead = problem?.instead;
  const endHint = [
    exactEnd && t('form.endsExact', { time: exactEnd }),
    cap &&
      t('form.endsHint', {
        days: String(cap.days),
        date: formatFormDay(cap.lastDay),
      }),
  ].filter(Boolean);

  const startMode = fields.startsOnDay ? 'day' : 'approval';
  const startProblem = messageOf('startsAt');
  return (
    <div className={classes.pair}>
      <div className={classes.fields} style={{ marginTop: 0 }}>
        <LabelledField
          id={`${idOf('startsAt')}-mode`}
          label={t('form.starts')}
          isSingle={false}
        >
          {control => (
            <RadioSegments
              control={control}
              options={[
                { value: 'approval', text: t('form.startOnApproval') },
                { value: 'day', text: t('form.startOnDay') },
              ]}
              value={startMode}
              onChange={mode => set({ startsOnDay: mode === 'day' })}
            />
          )}
        </LabelledField>
        {fields.startsOnDay && (
          <TextInput
            id={idOf('startsAt')}
            label={t('form.startDay')}
            hint={timeZone && t('form.startHint', { timeZone })}
            problem={startProblem}
            type="date"
            isMandatory
            value={fields.startsAt}
            onChange={startsAt => set({ startsAt })}
          />
        )}
      </div>
      <TextInput
        id={idOf('expiresAt')}
        label={timeZone ? t('form.ends', { timeZone }) : t('form.endsNoZone')}
        hint={endHint.length > 0 ? endHint.join(' ') : undefined}
        problem={
          problem && (
            <>
              {problem.message}
              {instead && (
                <>
                  {' '}
                  <TextButton onClick={() => set({ expiresAt: instead })}>
                    {t('form.use', { date: formatShortFormDay(instead) })}
                  </TextButton>
                </>
              )}
            </>
          )
        }
        type="date"
        isMandatory
        value={fields.expiresAt}
        onChange={expiresAt => set({ expiresAt })}
      />
    </div>
  );
}
