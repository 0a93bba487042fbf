import type { EscapeHatchSettings } from '../settings';
import type { JudgedDemand } from './InsightReader';

/** `3 teams and 4 of 10 services asked to leave it in the last 90 days` */
export function demandSentence(
  { owners, services }: Pick<JudgedDemand, 'owners' | 'services'>,
  servicesTotal: number,
): string {
  const teams = `${owners.length} ${owners.length === 1 ? 'team' : 'teams'}`;
  return `${teams} and ${services.length} of ${servicesTotal} services asked to leave it in the last 90 days`;
}

/** The issue that asks for a change of the golden path; it names requests and links them, and repeats no text of theirs. */
export function demandIssue(options: {
  demand: JudgedDemand;
  servicesTotal: number;
  marker: string;
  settings: Pick<EscapeHatchSettings, 'appUrl'>;
}): { title: string; body: string; labels: string[] } {
  const { demand, servicesTotal, marker, settings } = options;
  const { rule, newest, requests } = demand;
  const link = (text: string, path: string) =>
    settings.appUrl ? `[${text}](${settings.appUrl}${path})` : text;
  const query = new URLSearchParams({ rule });
  const list = newest.map(
    ({ id, number, entityRef, ownerRef }) =>
      `- ${link(
        `request ${number}`,
        `/escape-hatches/${encodeURIComponent(id)}`,
      )}: \`${entityRef}\` of \`${ownerRef}\``,
  );
  return {
    title: `The golden path needs updating: ${rule}`,
    body: [
      marker,
      `\`${rule}\`: ${demandSentence(
        demand,
        servicesTotal,
      )}. If many teams need the same escape hatch, the golden path needs updating.`,
      list.join('\n'),
      link(
        requests > newest.length ? `All ${requests} requests` : 'All requests',
        `/escape-hatches/requests?${query}`,
      ),
    ].join('\n\n'),
    labels: ['golden-path'],
  };
}
