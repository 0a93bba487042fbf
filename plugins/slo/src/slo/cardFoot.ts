import type {
  DataSource,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { browserTimeZone } from '../format/browserTimeZone';
import { formatSpan } from '../format/formatDuration';
import { formatMoment } from '../format/formatMoment';
import { formatPercent } from '../format/formatPercent';
import type { SloTranslation } from '../translation/useSloTranslation';

/** What a card's foot says of its numbers: up to when, how complete, from where, in which zone. */
export function cardFoot(options: {
  slos: SloStatus[];
  now: Date;
  t: SloTranslation;
}): string[] {
  const { slos, now, t } = options;
  const watermarks = slos.map(({ data }) => data.watermark);
  const known = watermarks.filter((at): at is string => at !== null);
  const oldest = known.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  const coverages = [...new Set(slos.map(({ data }) => coverage(data)))];
  const sources = new Set(slos.map(({ data }) => source(data.source, t)));
  return [
    oldest === undefined
      ? t('card.foot.noData')
      : t('card.foot.dataTo', { time: formatMoment(oldest, { now }) }),
    coverages.length === 1
      ? t('card.foot.coverage', { coverage: coverages[0] })
      : t('card.foot.coverageFrom', {
          coverage: formatPercent(
            Math.min(...slos.map(({ data }) => data.coverage)),
            0,
          ),
        }),
    ...[...sources].filter(text => text !== undefined),
    ...(slos.some(({ data }) => data.source.demo) ? [t('card.foot.demo')] : []),
    t('card.foot.zone', { zone: browserTimeZone() }),
  ];
}

/** The foot of one SLO's chart: the width of its tiles goes with the source. */
export function chartFoot(options: {
  slo: SloStatus;
  now: Date;
  t: SloTranslation;
}): string[] {
  const { slo, t } = options;
  const { source: from, tileSeconds } = slo.data;
  const plain = source(from, t);
  const parts = cardFoot({ ...options, slos: [slo] });
  if (tileSeconds === null) {
    return parts;
  }
  const span = formatSpan(tileSeconds);
  const tiles = tileText(from, span, t);
  return plain === undefined
    ? [...parts.slice(0, 2), tiles, ...parts.slice(2)]
    : parts.map(part => (part === plain ? tiles : part));
}

function coverage(data: SloStatus['data']): string {
  return formatPercent(data.coverage, 0);
}

function source(
  { type, name }: DataSource,
  t: SloTranslation,
): string | undefined {
  if (name === null) {
    return undefined;
  }
  switch (type) {
    case 'prometheus':
      return t('card.foot.prometheus', { name });
    case 'push':
      return t('card.foot.push', { name });
    default:
      return t('card.foot.other', { name });
  }
}

function tileText(
  { type, name }: DataSource,
  span: string,
  t: SloTranslation,
): string {
  if (name !== null && type === 'prometheus') {
    return t('card.foot.tilesFrom', { span, name });
  }
  return name !== null && type === 'push'
    ? t('card.foot.tilesPushed', { span, name })
    : t('card.foot.tiles', { span });
}
