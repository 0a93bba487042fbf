import type { Config } from '@backstage/config';

/** Which alerts of Alertmanager are incidents, and what their labels mean. */
export interface AlertmanagerSettings {
  /** What Alertmanager authenticates with; without one, nothing is taken. */
  secret: string | undefined;
  /** Labels that an alert must have, each with the given value. */
  matchers: Record<string, string>;
  serviceLabel: string;
  environmentLabel: string;
}

export function readAlertmanagerSettings(config: Config): AlertmanagerSettings {
  const alertmanager = config.getOptionalConfig('dora.alertmanager');
  const matchers = alertmanager?.getOptionalConfig('matchers');
  return {
    secret: alertmanager?.getOptionalString('secret'),
    matchers: matchers
      ? Object.fromEntries(
          matchers.keys().map(label => [label, matchers.getString(label)]),
        )
      : { severity: 'page' },
    serviceLabel: alertmanager?.getOptionalString('serviceLabel') ?? 'service',
    environmentLabel:
      alertmanager?.getOptionalString('environmentLabel') ?? 'environment',
  };
}
