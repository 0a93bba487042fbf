import type { LinkProps } from '@backstage/core-components';
import { Link } from '@backstage/core-components';
import MoreIcon from '@material-ui/icons/MoreHoriz';
import { formatDuration } from '../../format/formatDuration';
import { FEWEST } from '../../metrics/fewest';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';
import { StateBody } from './StateBody';

/** Fewer than five: no value, but what there is. */
export function TooFew(props: {
  what: 'changes' | 'deployments' | 'recoveries' | 'incidents';
  n: number;
  /** The few values themselves, in seconds. */
  valuesSeconds?: number[];
  /** The same page over 13 weeks; left out where the period is no shorter. */
  longerTo?: LinkProps['to'];
}) {
  const { what, n, valuesSeconds = [], longerTo } = props;
  const t = useDoraTranslation();
  const count = valuesSeconds.length;
  return (
    <StateBody>
      <div className="hero">{t('state.tooFew.title')}</div>
      <IconWord icon={MoreIcon} tone="quiet">
        {t(`state.tooFew.${what}`, { count: n, needed: String(FEWEST) })}
      </IconWord>
      {(count === 1 || count === 2 || count === 3 || count === 4) && (
        <p className="sub">
          {t(`state.tooFew.values.${count}`, {
            values: valuesSeconds.map(formatDuration).join(', '),
          })}
        </p>
      )}
      {longerTo && <Link to={longerTo}>{t('state.tooFew.longer')}</Link>}
    </StateBody>
  );
}
