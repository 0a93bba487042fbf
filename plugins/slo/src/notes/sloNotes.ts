import type {
  BurnAlert,
  DataGap,
  EntityBudget,
  PolicyEffect,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { coveredSeconds } from '../slo/coveredSeconds';
import { windowSeconds } from '../slo/windowSeconds';
import type { SloNote } from './SloNote';
import { documentErrors } from './documentErrors';

/** All notes about an entity's SLOs, the one that comes first on the card first. */
export function sloNotes(budget: EntityBudget): SloNote[] {
  const { slos } = budget;
  return [
    ...documentErrors(budget),
    ...slos.flatMap(page),
    ...slos.flatMap(slo => policy(slo, 'freeze')),
    ...merged(slos.flatMap(stale)),
    ...merged(slos.flatMap(backfilling)),
    ...slos.flatMap(newQuery),
    ...slos.flatMap(slo => policy(slo, 'review')),
    ...slos.flatMap(slo => policy(slo, 'notify')),
    ...slos.flatMap(partial),
  ];
}

function page(slo: SloStatus): SloNote[] {
  const [alert] = slo.alerts
    .filter(({ severity, firing }) => severity === 'page' && firing)
    .sort((a, b) => excess(b) - excess(a));
  return alert ? [{ kind: 'page', slo, alert }] : [];
}

function excess({ longBurn, factor }: BurnAlert): number {
  return (longBurn ?? 0) / factor;
}

function policy(slo: SloStatus, effect: PolicyEffect): SloNote[] {
  const { active } = slo.policy;
  return active?.effect === effect
    ? [{ kind: 'policy', slo, active, effect }]
    : [];
}

function stale(slo: SloStatus): SharedNote[] {
  const { state, watermark } = slo.data;
  return state === 'stale' && watermark
    ? [{ kind: 'stale', slos: [slo], watermark }]
    : [];
}

function backfilling(slo: SloStatus): SharedNote[] {
  return slo.data.state === 'backfilling'
    ? [{ kind: 'backfilling', slos: [slo], loaded: slo.data.loaded ?? 0 }]
    : [];
}

function newQuery(slo: SloStatus): SloNote[] {
  const { previousGeneration: previous, generationSince, state } = slo.data;
  const covered = coveredSeconds(slo);
  const isRefilling =
    previous !== undefined &&
    state !== 'backfilling' &&
    Date.parse(generationSince) > Date.parse(slo.window.from) &&
    covered < windowSeconds(slo.window);
  return isRefilling
    ? [{ kind: 'newQuery', slo, coveredSeconds: covered, previous }]
    : [];
}

function partial(slo: SloStatus): SloNote[] {
  if (slo.data.state !== 'partial') {
    return [];
  }
  const [largestGap] = [...slo.data.gaps].sort((a, b) => length(b) - length(a));
  return [{ kind: 'partial', slo, largestGap }];
}

function length({ from, to }: DataGap): number {
  return Date.parse(to) - Date.parse(from);
}

type SharedNote = Extract<SloNote, { kind: 'stale' | 'backfilling' }>;

/** SLOs of one source go stale, and fill, together: one note says it of all of them. */
function merged(notes: SharedNote[]): SharedNote[] {
  return notes.reduce<SharedNote[]>((result, note) => {
    const same = result.find(other => sharedKey(other) === sharedKey(note));
    same?.slos.push(...note.slos);
    return same ? result : [...result, note];
  }, []);
}

function sharedKey(note: SharedNote): string {
  return note.kind === 'stale'
    ? note.watermark
    : `${note.loaded} of ${windowSeconds(note.slos[0].window)}`;
}
