import { generateKeyPairSync } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { testSettings as read } from './__testUtils__/testSettings';
import { readSettings } from './settings';

const pem = (key: {
  export(options: { type: 'pkcs8'; format: 'pem' }): string | Buffer;
}) => String(key.export({ type: 'pkcs8', format: 'pem' }));

const rsa = pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
const p256 = pem(
  generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey,
);

describe('readSettings', () => {
  it('has defaults', () => {
    expect(readSettings(new ConfigReader({}))).toMatchObject({
      adminGroup: 'group:default/platform-team',
      securityGroup: 'group:default/security-team',
      timeZone: 'UTC',
      lease: 259_200_000,
      lapseWorkingDays: 30,
      reminderWorkingDays: [2, 5, 10],
      reviewDays: 92,
      confirmDays: 14,
      retentionDays: 400,
      issuesRepository: undefined,
      signing: undefined,
      appUrl: undefined,
    });
  });

  it('takes what is configured', () => {
    expect(
      read({
        adminGroup: 'Platform',
        securityGroup: 'group:secure/Red',
        timeZone: 'Europe/London',
        lease: { hours: 6 },
        lapse: { workingDays: 20 },
        reminders: { workingDays: [10, 3, 3] },
        review: { days: 30 },
        ownerChange: { confirmDays: 7 },
        retention: { days: 90 },
        issues: { repository: 'https://github.com/acme/platform.git' },
      }),
    ).toMatchObject({
      adminGroup: 'group:default/platform',
      securityGroup: 'group:secure/red',
      timeZone: 'Europe/London',
      lease: 21_600_000,
      lapseWorkingDays: 20,
      reminderWorkingDays: [3, 10],
      reviewDays: 30,
      confirmDays: 7,
      retentionDays: 90,
      issuesRepository: 'https://github.com/acme/platform',
    });
  });

  it('keeps reminders that come before an early lapse only', () => {
    expect(read({ lapse: { workingDays: 5 } }).reminderWorkingDays).toEqual([
      2,
    ]);
    expect(
      read({ reminders: { workingDays: [] } }).reminderWorkingDays,
    ).toEqual([]);
  });

  it('knows guests, also by another name', () => {
    const { guests } = readSettings(
      new ConfigReader({
        auth: {
          providers: { guest: { userEntityRef: 'user:default/Visitor' } },
        },
      }),
    );
    expect([...guests].sort()).toEqual([
      'user:default/guest',
      'user:default/visitor',
      'user:development/guest',
    ]);
  });

  it('reads a key that signs', () => {
    const signing = { keyId: 'k1', algorithm: 'ES256', privateKey: p256 };
    expect(read({ signing }).signing).toEqual(signing);
  });

  it.each<[JsonObject, string | RegExp]>([
    [
      { adminGroups: 'a' },
      /^escapeHatch\.adminGroups: no such key; expected adminGroup, /,
    ],
    [
      { lapse: { days: 3 } },
      'escapeHatch.lapse.days: no such key; expected workingDays',
    ],
    [
      { adminGroup: 'user:default/ann' },
      "escapeHatch.adminGroup: expected a group, got 'user:default/ann'",
    ],
    [
      { securityGroup: 'owner' },
      "escapeHatch.securityGroup: expected a group, got 'owner'",
    ],
    [
      { securityGroup: 'component:default/shop' },
      /^escapeHatch\.securityGroup/,
    ],
    [{ timeZone: 'London' }, /^escapeHatch\.timeZone: .*got 'London'/],
    [{ lease: { minutes: 1 } }, /^escapeHatch\.lease: expected between/],
    [{ lease: { days: 31 } }, /^escapeHatch\.lease: .*got 744 h/],
    [{ lease: 'soon' }, /escapeHatch\.lease/],
    [{ lapse: { workingDays: 0 } }, /^escapeHatch\.lapse\.workingDays: /],
    [{ lapse: { workingDays: 2.5 } }, /^escapeHatch\.lapse\.workingDays: /],
    [
      { reminders: { workingDays: [2, 30] } },
      'escapeHatch.reminders.workingDays: expected days before a request lapses (30), got 30',
    ],
    [
      { reminders: { workingDays: [2, 'x'] } },
      /^escapeHatch\.reminders\.workingDays\[1\]: /,
    ],
    [{ maxDays: 400 }, /^escapeHatch\.maxDays: /],
    [{ review: { days: 0 } }, /^escapeHatch\.review\.days: /],
    [{ retention: { days: 30 } }, /^escapeHatch\.retention\.days: .*31/],
    [{ issues: { repository: 'acme/platform' } }, /^escapeHatch\.issues\.repo/],
    [
      { issues: { repository: 'https://me:secret@github.com/acme/platform' } },
      'escapeHatch.issues.repository: expected the URL of a repository without credentials, such as https://github.com/acme/platform',
    ],
    [{ issues: { repository: 'https://github.com/acme' } }, /repository/],
    [{ issues: { repository: 'file:///acme/platform' } }, /repository/],
    [
      { signing: { keyId: 'k', algorithm: 'HS256', privateKey: 'x' } },
      /^escapeHatch\.signing\.algorithm: /,
    ],
    [
      { signing: { keyId: 'k', algorithm: 'ES256', privateKey: rsa } },
      'escapeHatch.signing.privateKey: expected a PEM private key without passphrase for ES256',
    ],
    [
      { signing: { keyId: 'k', algorithm: 'ES384', privateKey: p256 } },
      /^escapeHatch\.signing\.privateKey: expected .* for ES384$/,
    ],
    [
      { signing: { keyId: 'k', algorithm: 'RS256', privateKey: 'hush' } },
      'escapeHatch.signing.privateKey: expected a PEM private key without passphrase for RS256',
    ],
    [{ rules: {} }, /^escapeHatch\.rules: /],
  ])('refuses %j', (escapeHatch, message) => {
    expect(() => read(escapeHatch)).toThrow(message);
  });
});
