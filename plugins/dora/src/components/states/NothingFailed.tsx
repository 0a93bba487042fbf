import CheckIcon from '@material-ui/icons/Check';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';
import { StateBody } from './StateBody';

/** No recovery time, because nothing had to recover. */
export function NothingFailed({ deployments }: { deployments: number }) {
  const t = useDoraTranslation();
  return (
    <StateBody>
      <div className="hero">–</div>
      <IconWord icon={CheckIcon} tone="ok">
        {t('state.nothingFailed.title')}
      </IconWord>
      <p className="sub">
        {t('state.nothingFailed.why', { count: deployments })}
      </p>
    </StateBody>
  );
}
