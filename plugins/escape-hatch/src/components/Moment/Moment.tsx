import { formatUtc } from '../../format/formatMoment';

/** A time in the backend's zone; UTC is in the tooltip. */
export function Moment({ at, text }: { at: string | Date; text: string }) {
  const utc = new Date(at).toISOString();
  return (
    <time dateTime={utc} title={formatUtc(at)}>
      {text}
    </time>
  );
}
