import { DeliveryHistory } from './DeliveryHistory';

/** Histories of different services as one. */
export function joinHistories(histories: DeliveryHistory[]): DeliveryHistory {
  return {
    deployments: histories
      .flatMap(({ deployments }) => deployments)
      .sort((a, b) => a.committedAt - b.committedAt),
    changes: histories.flatMap(({ changes }) => changes),
  };
}
