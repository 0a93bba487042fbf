import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { joinNames } from '../../format/joinNames';
import { personName } from '../../format/personName';
import type { Me } from '../../hooks/useMe';
import type { ServiceOwners } from '../../hooks/useServiceOwners';
import {
  type EscapeHatchTranslation,
  useEscapeHatchTranslation,
} from '../../translation/useEscapeHatchTranslation';
import { LabelledField } from '../LabelledField';
import { useServices } from './useServices';

/** The service that leaves a rule, found by typing, and whether the reader belongs to its owner. */
export function ServiceField(props: {
  id: string;
  /** Full entity ref; empty for none yet. */
  value: string;
  /** It stays what it is. */
  isFixed: boolean;
  /** Whose it is, once that is known. */
  service: ServiceOwners | undefined;
  me: Me | undefined;
  problem?: string;
  onChange: (entityRef: string) => void;
}) {
  const { id, value, isFixed, service, me, problem, onChange } = props;
  const t = useEscapeHatchTranslation();
  const [typed, setTyped] = useState('');
  const { refs, isLoading, error } = useServices(typed);
  return (
    <LabelledField
      id={id}
      label={t('form.service')}
      hint={serviceHint({ entityRef: value, service, me, t })}
      problem={problem}
    >
      {control => (
        <Autocomplete
          id={id}
          size="small"
          disabled={isFixed}
          options={value && !refs.includes(value) ? [value, ...refs] : refs}
          // The catalog has searched already.
          filterOptions={options => options}
          getOptionLabel={personName}
          value={value || null}
          onChange={(_, chosen) => onChange(chosen ?? '')}
          onInputChange={(_, text, why) =>
            setTyped(why === 'input' ? text : '')
          }
          loading={isLoading}
          loadingText={t('form.servicesLoading')}
          noOptionsText={
            error ? t('form.servicesFailed') : t('form.servicesNone')
          }
          renderInput={params => (
            <TextField
              {...params}
              required
              variant="outlined"
              error={problem !== undefined}
              inputProps={{ ...params.inputProps, ...control }}
            />
          )}
        />
      )}
    </LabelledField>
  );
}

function serviceHint(options: {
  entityRef: string;
  service: ServiceOwners | undefined;
  me: Me | undefined;
  t: EscapeHatchTranslation;
}): string {
  const { entityRef, service, me, t } = options;
  if (entityRef === '' || !service) {
    return t('form.serviceHint');
  }
  if (!service.exists) {
    return t('form.serviceUnknown');
  }
  if (service.owners.length === 0) {
    return t('form.serviceNoOwner');
  }
  const owner = joinNames(service.owners.map(personName), 'and');
  return service.owners.some(ref => me?.ownership.includes(ref))
    ? t('form.serviceMember', { owner })
    : t('form.serviceOwner', { owner });
}
