import type {
  EscapeHatchRule,
  RequestConsumer,
  RequestContent,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { DateTime } from 'luxon';

/** Where an escape hatch is enforced once it is active, and where not and why. */
export function consumersOf(options: {
  content: Pick<RequestContent, 'target'>;
  /** Those of the content. */
  rules: Pick<EscapeHatchRule, 'id' | 'policies' | 'vulnerabilities'>[];
  /** Exclusive, ms. */
  expiresAt: number;
  timeZone: string;
}): RequestConsumer[] {
  const { content, rules } = options;
  const { target } = content;
  const ids = rules.map(({ id }) => id).join(', ');
  const admission = (
    id: 'gatekeeper' | 'kyverno',
    name: string,
    carried: string,
  ): RequestConsumer => {
    const why =
      (!target?.namespace && 'no namespace is named') ||
      (!rules.some(({ policies }) => policies[id].length > 0) &&
        `no policy of it enforces ${ids}`);
    return why
      ? { id, carries: false, message: `Not in ${name}: ${why}` }
      : { id, carries: true, message: `${name}: ${carried}` };
  };
  return [
    { id: 'opa', carries: true, message: 'OPA bundle' },
    { id: 'conftest', carries: true, message: 'conftest data' },
    { id: 'gate', carries: true, message: 'CI and deploy gate' },
    admission('gatekeeper', 'Gatekeeper', `namespace ${target?.namespace}`),
    admission(
      'kyverno',
      'Kyverno',
      `PolicyException, expires ${lastDay(options)}`,
    ),
    trivy(options),
  ];
}

function trivy(options: {
  content: Pick<RequestContent, 'target'>;
  rules: Pick<EscapeHatchRule, 'id' | 'vulnerabilities'>[];
}): RequestConsumer {
  const { content, rules } = options;
  const count = content.target?.vulnerabilities?.length ?? 0;
  const why =
    (!rules.some(({ vulnerabilities }) => vulnerabilities) &&
      `${rules.map(({ id }) => id).join(', ')} is not about vulnerabilities`) ||
    (count === 0 && 'no vulnerability is named');
  return why
    ? { id: 'trivy', carries: false, message: `Not in Trivy: ${why}` }
    : {
        id: 'trivy',
        carries: true,
        message: `Trivy: ${count} ${
          count === 1 ? 'vulnerability' : 'vulnerabilities'
        }`,
      };
}

/** The day that an exclusive end ends or falls into, as `15 Feb 2027`. */
function lastDay(options: { expiresAt: number; timeZone: string }): string {
  return DateTime.fromMillis(options.expiresAt - 1, { zone: options.timeZone })
    .setLocale('en-GB')
    .toFormat('d LLL yyyy');
}
