import { deciding } from '../__fixtures__/deciding';
import { fieldsOf } from './fieldsOf';

describe('fieldsOf', () => {
  it('names the day that ends with the end', () => {
    // London is an hour ahead of UTC in summer: its midnights are 23:00.
    const summer = { ...deciding, expiresAt: '2026-08-31T23:00:00Z' };
    expect(fieldsOf(summer).expiresAt).toBe('2026-08-31');
    expect(fieldsOf(deciding).expiresAt).toBe('2027-02-15');
  });

  it('names the day of an end within a day, and of a start', () => {
    const fields = fieldsOf({
      ...deciding,
      startsAt: '2026-08-31T23:00:00Z',
      expiresAt: '2026-09-10T12:00:00Z',
    });
    expect(fields).toMatchObject({
      startsOnDay: true,
      startsAt: '2026-09-01',
      expiresAt: '2026-09-10',
    });
  });
});
