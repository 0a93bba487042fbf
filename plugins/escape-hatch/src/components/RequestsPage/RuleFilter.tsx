import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { Choice } from '../Choice';

/** Narrows a list to one rule. Where the rules cannot be loaded, the chosen one is still there. */
export function RuleFilter(props: {
  value: string;
  onChange: (rule: string) => void;
}) {
  const { value, onChange } = props;
  const t = useEscapeHatchTranslation();
  const api = useApi(escapeHatchApiRef);
  const { value: rules } = useAsync(() => api.listRules(), [api]);
  const ids = new Set((rules?.items ?? []).map(({ id }) => id));
  if (value) {
    ids.add(value);
  }
  return (
    <Choice
      label={t('list.filter.rule')}
      options={[
        { value: '', text: t('list.filter.allRules') },
        ...[...ids].sort().map(id => ({ value: id, text: id })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
