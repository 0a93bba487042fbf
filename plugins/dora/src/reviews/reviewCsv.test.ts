import { october } from '../__fixtures__/reviewed';
import { reviewCsv } from './reviewCsv';

const lines = (csv: string) => csv.split('\r\n');

describe('reviewCsv', () => {
  it('writes numbers with unit, sample size and the month before', () => {
    const csv = lines(reviewCsv(october));
    expect(csv[0]).toBe(
      'section,name,value,previous,unit,n,owner,dueDate,state,outcome,before,after',
    );
    expect(csv).toContain(
      'metric,deploymentFrequency,6.4,4.4,per day,197,,,,,,',
    );
    // 16 h 6 min and 22 h 1 min.
    expect(csv).toContain(
      'metric,"changeLeadTime, median",57960,79260,seconds,280,,,,,,',
    );
    expect(csv).toContain('metric,"timeToRestore, median",,,seconds,0,,,,,,');
    expect(csv).toContain(
      'action,Deploy release at least weekly,,,,,group:default/platform-team,2026-11-27,open,,,',
    );
    expect(csv[csv.length - 1]).toBe('');
  });

  it('keeps commas, quotes and line breaks, and lets no formula through', () => {
    const csv = reviewCsv({
      ...october,
      notes: 'First "line",\nsecond',
      actions: [{ ...october.actions[0], title: '=HYPERLINK("http://x")' }],
    });
    expect(csv).toContain('notes,notes,"First ""line"",\nsecond",');
    expect(csv).toContain('action,"\'=HYPERLINK(""http://x"")",');
  });
});
