import type { HatchTarget } from '@golden-path/backstage-plugin-escape-hatch-common';
import { testSettings } from '../__testUtils__/testSettings';
import { consumersOf } from './consumersOf';

const settings = testSettings();

function messages(rule: string, target?: HatchTarget): string[] {
  return consumersOf({
    content: { target },
    rules: [settings.rules.get(rule)!],
    // The end of 15 February in London.
    expiresAt: Date.parse('2027-02-16T00:00:00Z'),
    timeZone: 'Europe/London',
  }).map(({ carries, message }) => `${carries ? '+' : '-'} ${message}`);
}

describe('consumersOf', () => {
  it('names the namespace and the last day', () => {
    expect(messages('privileged-container', { namespace: 'ml-gpu' })).toEqual([
      '+ OPA bundle',
      '+ conftest data',
      '+ CI and deploy gate',
      '+ Gatekeeper: namespace ml-gpu',
      '+ Kyverno: PolicyException, expires 15 Feb 2027',
      '- Not in Trivy: privileged-container is not about vulnerabilities',
    ]);
  });

  it('says why admission stays closed', () => {
    expect(messages('privileged-container').slice(3, 5)).toEqual([
      '- Not in Gatekeeper: no namespace is named',
      '- Not in Kyverno: no namespace is named',
    ]);
    expect(messages('terraform-only', { namespace: 'x' }).slice(3, 5)).toEqual([
      '- Not in Gatekeeper: no policy of it enforces terraform-only',
      '- Not in Kyverno: no policy of it enforces terraform-only',
    ]);
  });

  it('counts vulnerabilities', () => {
    const trivy = (vulnerabilities: string[]) =>
      messages('image-scan-critical', { vulnerabilities })[5];
    expect(trivy([])).toBe('- Not in Trivy: no vulnerability is named');
    expect(trivy(['CVE-2026-1234'])).toBe('+ Trivy: 1 vulnerability');
    expect(trivy(['CVE-2026-1234', 'CVE-2026-1235'])).toBe(
      '+ Trivy: 2 vulnerabilities',
    );
  });
});
