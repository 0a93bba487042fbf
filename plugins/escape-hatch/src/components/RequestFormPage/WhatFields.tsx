import type { EscapeHatchRule } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Me } from '../../hooks/useMe';
import type { ServiceOwners } from '../../hooks/useServiceOwners';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { LabelledField } from '../LabelledField';
import { RadioSegments } from '../RadioSegments';
import type { FormState } from './FormState';
import { RulesField } from './RulesField';
import { ServiceField } from './ServiceField';
import { TextInput } from '../TextInput';
import { useFormStyles } from './useFormStyles';

/** Which rule is left by what and why, in the words of the issue form that people know. */
export function WhatFields(props: {
  form: FormState;
  rules: EscapeHatchRule[];
  service: ServiceOwners | undefined;
  me: Me | undefined;
  /** The service stays what it is. */
  isEdit: boolean;
  /** How many approvals it needs. */
  approvals: number | undefined;
}) {
  const { form, rules, service, me, isEdit, approvals } = props;
  const { fields, set, idOf, messageOf } = form;
  const t = useEscapeHatchTranslation();
  const classes = useFormStyles();
  const { riskLevel, category } = fields;
  return (
    <>
      <div className={classes.pair}>
        <ServiceField
          id={idOf('entityRef')}
          value={fields.entityRef}
          isFixed={isEdit}
          service={service}
          me={me}
          problem={messageOf('entityRef')}
          onChange={entityRef => set({ entityRef })}
        />
        <RulesField
          id={idOf('rules')}
          value={fields.rules}
          rules={rules}
          problem={messageOf('rules')}
          onChange={ids => set({ rules: ids })}
        />
      </div>
      {(['justification', 'riskAssessment', 'mitigations'] as const).map(
        name => (
          <TextInput
            key={name}
            id={idOf(name)}
            label={t(`form.${name}`)}
            hint={name === 'justification' ? undefined : t(`form.${name}Hint`)}
            problem={messageOf(name)}
            rows={2}
            isMandatory
            value={fields[name]}
            onChange={value => set({ [name]: value })}
          />
        ),
      )}
      <div className={classes.pair}>
        <LabelledField
          id={idOf('riskLevel')}
          label={t('form.riskLevel')}
          hint={
            riskLevel && approvals
              ? t('form.riskHint', {
                  level: t(`common.risk.${riskLevel}`),
                  count: approvals,
                })
              : t('form.riskHintNone')
          }
          problem={messageOf('riskLevel')}
          isSingle={false}
        >
          {control => (
            <RadioSegments
              control={control}
              options={(['low', 'medium', 'high'] as const).map(value => ({
                value,
                text: t(`common.risk.${value}`),
              }))}
              value={riskLevel}
              onChange={value => set({ riskLevel: value })}
            />
          )}
        </LabelledField>
        <LabelledField
          id={idOf('category')}
          label={t('form.category')}
          hint={t(`form.categoryHint.${category || 'none'}`)}
          problem={messageOf('category')}
          isSingle={false}
        >
          {control => (
            <RadioSegments
              control={control}
              options={(['waiver', 'mitigated'] as const).map(value => ({
                value,
                text: t(`common.category.${value}`),
              }))}
              value={category}
              onChange={value => set({ category: value })}
            />
          )}
        </LabelledField>
      </div>
    </>
  );
}
