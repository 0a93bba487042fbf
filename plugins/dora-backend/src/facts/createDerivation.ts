import type { DoraSettings } from '../settings';
import { ChangeFacts } from './changes/ChangeFacts';
import { ChangeStore } from './changes/ChangeStore';
import { CommitFacts } from './changes/CommitFacts';
import { CommitStore } from './changes/CommitStore';
import { DayMarks } from './derive/DayMarks';
import { DeriveServices } from './derive/DeriveServices';
import { FactWriter } from './derive/FactWriter';
import { ServiceHistoryLoader } from './derive/ServiceHistory';
import { BlamedRollouts } from './failures/BlamedRollouts';
import { FailureContextLoader } from './failures/FailureContext';
import { FailureLinkStore } from './failures/FailureLinkStore';
import { SharedIncidents } from './failures/SharedIncidents';
import { IncidentFacts } from './incidents/IncidentFacts';
import { IncidentStore } from './incidents/IncidentStore';
import { EventLog } from './log/EventLog';
import { ObservationReader } from './log/ObservationReader';
import { Remapping } from './log/Remapping';
import { LaneReader } from './rollouts/LaneReader';
import { RolloutStore } from './rollouts/RolloutStore';
import { ShippedStore } from './shipping/ShippedStore';
import { ShippingResolver } from './shipping/ShippingResolver';

/** What turns events into facts. */
export type Derivation = ReturnType<typeof createDerivation>;

/** Builds the parts that turn events into facts. */
export function createDerivation(settings: DoraSettings) {
  const isProduction = (environment: string) =>
    settings.productionEnvironments.has(environment.toLocaleLowerCase('en-US'));
  const log = new EventLog();
  const observations = new ObservationReader();
  const changes = new ChangeStore();
  const commits = new CommitStore();
  const rollouts = new RolloutStore();
  const lanes = new LaneReader();
  const shipped = new ShippedStore();
  const links = new FailureLinkStore();
  const incidents = new IncidentStore();
  const shared = new SharedIncidents({ isProduction });
  const days = new DayMarks(settings);
  const { revertDays, hotfix } = settings;
  return {
    log,
    days,
    remapping: new Remapping(),
    changes: new ChangeFacts({
      log,
      changes,
      commits: new CommitFacts({ log, commits }),
    }),
    shared,
    blamed: new BlamedRollouts({ rollouts, links, observations }),
    incidents: new IncidentFacts({ log, incidents, isProduction }),
    services: new DeriveServices({
      histories: new ServiceHistoryLoader({
        rollouts,
        lanes,
        observations,
        commits,
        isProduction,
        blameDays: revertDays,
      }),
      shipping: new ShippingResolver({
        changes,
        rollouts,
        shipped,
        revertDays,
      }),
      failures: new FailureContextLoader({
        rollouts,
        lanes,
        incidents,
        links,
        observations,
        shared,
      }),
      writer: new FactWriter({ rollouts, shipped, links }),
      observations,
      days,
      hotfix,
    }),
  };
}
