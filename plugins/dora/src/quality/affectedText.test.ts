import type { DataQualityFinding } from '@golden-path/backstage-plugin-dora-common';
import type { DoraTranslation } from '../translation/useDoraTranslation';
import { affectedText } from './affectedText';

/** Shows key and values, so that the choice of the sentence is seen. */
const t = ((key: string, values: Record<string, unknown>) =>
  key === 'quality.findings.of'
    ? `${values.n} of ${values.total}`
    : `${key.split('.').pop()} ${values.count}: ${
        values.number
      }`) as unknown as DoraTranslation;

const finding = (values: Partial<DataQualityFinding>): DataQualityFinding => ({
  id: 'opening-unknown',
  severity: 'warning',
  affects: [],
  n: 1,
  title: '',
  message: '',
  fix: '',
  ...values,
});

describe('affectedText', () => {
  it.each([
    [{ n: 257, of: 257 }, 'changes 257: 257'],
    [{ n: 3, of: 1200 }, 'changes 1200: 3 of 1,200'],
    [{ id: 'no-incident-source', n: 4, of: 9 }, 'services 9: 4 of 9'],
    [{ id: 'unknown-service', n: 1 }, 'events 1: 1'],
    [{ id: 'a-module-brought-it', n: 2, of: 8 }, '2 of 8'],
  ])('says of %j: %s', (values, text) => {
    expect(affectedText(finding(values), t)).toBe(text);
  });
});
