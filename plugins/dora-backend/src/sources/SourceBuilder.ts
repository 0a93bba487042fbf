import type { Config } from '@backstage/config';
import type { SourceGroup } from './SourceGroup';

/**
 * Makes what an entry of `dora.sources` of one type asks for; nothing where the type only receives.
 *
 * @throws InputError where the entry makes no sense; the message names the key
 */
export type SourceBuilder = (entry: {
  config: Config;
  /** Such as `dora.sources[0]`. */
  key: string;
}) => SourceGroup[];
