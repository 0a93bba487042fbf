import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DAY_MS = 86_400_000;

interface Run {
  service: string;
  at: number;
  isRollback: boolean;
}

interface Shipment {
  service: string;
  /** Of the deployment. */
  at: number;
  leadSeconds: number;
}

/** What the metrics of a scope have to be, and nothing else. */
export interface ExpectedDelivery {
  deployments: number;
  rollbacks: number;
  changes: number;
  perDay: number;
  medianDaysPerWeek: number | null;
  meanSeconds: number | null;
  medianSeconds: number | null;
  p90Seconds: number | null;
}

/**
 * Computes the metrics from the CSV files alone, in another way than the product does: no git, no database, one pass
 * over each service's production. The rules are those of the docs.
 */
export class DeliveryOracle {
  readonly runs: Run[] = [];
  readonly shipments: Shipment[] = [];
  /** Production rows that count as nothing: the version's commit ran already. */
  readonly redeploys: string[] = [];
  readonly services: string[];

  constructor(folder: string) {
    const changes = readCsv(join(folder, 'changes.csv'));
    const deployments = readCsv(join(folder, 'deployments.csv'));
    this.services = [...new Set(changes.map(({ service }) => service))].sort();
    for (const name of this.services) {
      this.#replay(
        deployments.filter(
          ({ service, environment }) =>
            service === name && environment === 'production',
        ),
        changes.filter(({ service }) => service === name),
      );
    }
  }

  #replay(rows: Row[], changes: Row[]) {
    // Where a version lies on the main branch: tags in the order of their numbers
    const main = changes
      .map((change, line) => ({ change, line }))
      .sort(
        (a, b) => tagNumber(a.change) - tagNumber(b.change) || a.line - b.line,
      )
      .map(({ change }) => change);
    const places = new Map<string, number>();
    main.forEach((change, place) => {
      places.set(change.sha, place);
      places.set(change.first_tag, place);
    });

    const firstRun = new Map([[rows[0].previous_image_tag, -Infinity]]);
    const waiting = new Set(main.keys());
    let running = rows[0].previous_image_tag;
    let resolved = places.get(running);
    for (const row of rows) {
      const at = Date.parse(row.committed_at);
      const version = row.image_tag;
      const place = places.get(version);
      const replaced = places.get(running);
      if (place !== undefined && place === replaced) {
        this.redeploys.push(row.gitops_commit);
      } else {
        const first = firstRun.get(version) ?? Infinity;
        const replacedIsAncestor =
          place !== undefined && replaced !== undefined && replaced < place;
        const isRollback =
          first < firstRun.get(running)! && !replacedIsAncestor;
        this.runs.push({ service: row.service, at, isRollback });
        if (place !== undefined && !isRollback) {
          const since = resolved ?? place - 1;
          for (const each of waiting) {
            if ((each > since && each <= place) || each === place) {
              waiting.delete(each);
              const began = Date.parse(main[each].first_commit_at);
              this.shipments.push({
                service: row.service,
                at,
                leadSeconds: (at - began) / 1_000,
              });
            }
          }
        }
      }
      firstRun.set(version, Math.min(firstRun.get(version) ?? at, at));
      running = version;
      resolved = place ?? resolved;
    }
  }

  /** Without a service: of all. */
  expected(options: {
    service?: string;
    from: Date;
    to: Date;
    timeZone: string;
  }): ExpectedDelivery {
    const { service, timeZone } = options;
    const isOfScope = (item: { service: string }) =>
      !service || item.service === service;
    const observed = Math.min(
      ...this.runs.filter(isOfScope).map(run => run.at),
    );
    const from = Math.max(options.from.getTime(), observed);
    const to = options.to.getTime();
    const isInWindow = ({ at }: { at: number }) => at >= from && at < to;
    const runs = this.runs.filter(isOfScope).filter(isInWindow);
    const leads = this.shipments
      .filter(isOfScope)
      .filter(isInWindow)
      .map(({ leadSeconds }) => leadSeconds)
      .sort((a, b) => a - b);

    const days = new Set(runs.map(run => localDay(run.at, timeZone)));
    const daysOfWeeks = completeWeeks({ from, to, timeZone }).map(
      week => week.filter(day => days.has(day)).length,
    );
    return {
      deployments: runs.length,
      rollbacks: runs.filter(({ isRollback }) => isRollback).length,
      changes: leads.length,
      perDay: runs.length / ((to - from) / DAY_MS),
      medianDaysPerWeek: rank(
        daysOfWeeks.sort((a, b) => a - b),
        5,
      ),
      meanSeconds: leads.length
        ? leads.reduce((sum, lead) => sum + lead, 0) / leads.length
        : null,
      medianSeconds: rank(leads, 5),
      p90Seconds: rank(leads, 9),
    };
  }
}

type Row = Record<string, string>;

function readCsv(file: string): Row[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\s*\n/);
  const names = header.split(',');
  return lines.map(line =>
    Object.fromEntries(line.split(',').map((value, i) => [names[i], value])),
  );
}

function tagNumber(change: Row): number {
  return Number(change.first_tag.replace('v', ''));
}

/** YYYY-MM-DD of an instant. */
function localDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
}

/** The days of each ISO week that lies in the window as a whole. */
function completeWeeks(options: {
  from: number;
  to: number;
  timeZone: string;
}): string[][] {
  // A week is complete where the day before it had begun to pass when the window began
  const before = localDay(options.from - 1, options.timeZone);
  const end = localDay(options.to, options.timeZone);
  const weeks: string[][] = [];
  const [year, month, day] = before.split('-').map(Number);
  for (let at = Date.UTC(year, month - 1, day); ; at += DAY_MS) {
    const week = Array.from({ length: 8 }, (_, index) =>
      new Date(at + (index + 1) * DAY_MS).toISOString().slice(0, 10),
    );
    if (week[7] > end) {
      return weeks;
    }
    if (new Date(`${week[0]}T00:00Z`).getUTCDay() === 1) {
      weeks.push(week.slice(0, 7));
    }
  }
}

/** Value at so many tenths of the way through a sorted list, between the two nearest ranks: whole numbers only. */
function rank(sorted: number[], tenths: number): number | null {
  if (sorted.length === 0) {
    return null;
  }
  const place = (sorted.length - 1) * tenths;
  const low = sorted[Math.floor(place / 10)];
  const high = sorted[Math.ceil(place / 10)];
  return (low * (10 - (place % 10)) + high * (place % 10)) / 10;
}
