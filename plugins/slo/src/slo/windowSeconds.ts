import type { StatusWindow } from '@golden-path/backstage-plugin-slo-common';

/** Length of an SLO's window. */
export function windowSeconds(window: StatusWindow): number {
  return window.type === 'rolling'
    ? window.seconds
    : (Date.parse(window.to) - Date.parse(window.from)) / 1000;
}
