import type { RequestVersion } from '@golden-path/backstage-plugin-escape-hatch-common';
import { requestOf } from '../__fixtures__/requestOf';
import { comparedVersions } from './comparedVersions';

/** Versions by what was done; a new text after a star. */
function versions(...actions: string[]): RequestVersion[] {
  let text = 0;
  return actions.map((action, i) => {
    text += action.endsWith('*') ? 1 : 0;
    return {
      version: i + 1,
      at: '2026-11-16T10:12:00Z',
      actor: 'user:default/ml-engineer',
      action: action.replace('*', '') as RequestVersion['action'],
      content: { ...requestOf({ number: 1 }), mitigations: `text ${text}` },
    };
  });
}

describe('comparedVersions', () => {
  it.each([
    [
      [
        'create',
        'submit',
        'approve',
        'request-changes',
        'edit*',
        'submit',
        'approve',
        'approve',
      ],
      { from: 2, to: 6 },
    ],
    // Still being put right.
    [['create', 'submit', 'request-changes', 'edit*'], { from: 2, to: 4 }],
    // The second change is what is to be read.
    [
      [
        'create',
        'submit',
        'request-changes',
        'edit*',
        'submit',
        'request-changes',
        'edit*',
        'submit',
      ],
      { from: 5, to: 8 },
    ],
    // An edit while it waits.
    [['create', 'submit', 'edit*'], { from: 2, to: 3 }],
    [['create', 'edit*', 'submit'], { from: 1, to: 3 }],
    [['create', 'submit'], { from: 1, to: 2 }],
    [['create'], { from: 1, to: 1 }],
  ])('of %p compares %p', (actions, expected) => {
    expect(comparedVersions(versions(...actions))).toEqual(expected);
  });

  it('has nothing to compare without versions', () => {
    expect(comparedVersions([])).toBeUndefined();
  });
});
