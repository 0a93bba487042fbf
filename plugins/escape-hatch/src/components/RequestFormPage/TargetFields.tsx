import type { EscapeHatchRule } from '@golden-path/backstage-plugin-escape-hatch-common';
import { joinNames } from '../../format/joinNames';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import type { FormState } from './FormState';
import { NamesField } from './NamesField';
import { TextInput } from '../TextInput';
import { useFormStyles } from './useFormStyles';

/** Where the gate opens; nothing of it is mandatory. */
export function TargetFields(props: {
  form: FormState;
  rules: EscapeHatchRule[];
}) {
  const { form, rules } = props;
  const { fields, set, idOf, messageOf } = form;
  const t = useEscapeHatchTranslation();
  const classes = useFormStyles();
  const aboutImages = rules.filter(rule => rule.vulnerabilities);
  const pairs = [
    ['cluster', 'namespace'],
    ['kind', 'name'],
  ] as const;
  return (
    <>
      {pairs.map(pair => (
        <div key={pair[0]} className={classes.pair}>
          {pair.map(name => (
            <TextInput
              key={name}
              id={idOf(name)}
              label={t(`form.${name}`)}
              problem={messageOf(name)}
              value={fields[name]}
              onChange={value => set({ [name]: value })}
            />
          ))}
        </div>
      ))}
      <NamesField
        id={idOf('environments')}
        label={t('form.environments')}
        hint={t('form.environmentsHint')}
        problem={messageOf('environments')}
        suggestions={['production', 'staging']}
        value={fields.environments}
        onChange={environments => set({ environments })}
      />
      <NamesField
        id={idOf('vulnerabilities')}
        label={t('form.vulnerabilities')}
        hint={
          aboutImages.length > 0
            ? t('form.vulnerabilitiesHint', {
                rules: joinNames(
                  aboutImages.map(({ id }) => id),
                  'and',
                ),
              })
            : t('form.vulnerabilitiesHintNone')
        }
        problem={messageOf('vulnerabilities')}
        suggestions={[]}
        value={fields.vulnerabilities}
        onChange={vulnerabilities => set({ vulnerabilities })}
      />
    </>
  );
}
