import { bindingChange } from './bindingChange';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const HOUR = 3_600_000;
const ML = 'group:default/ml-team';
const SHOP = 'group:default/shop-team';

describe('what has become of the entity', () => {
  it.each`
    uid     | owners        | absentFor        | change       | why
    ${'u1'} | ${[ML, SHOP]} | ${null}          | ${'same'}    | ${'as it was'}
    ${'u1'} | ${[SHOP, ML]} | ${null}          | ${'same'}    | ${'the order does not count'}
    ${'u1'} | ${[ML, SHOP]} | ${HOUR}          | ${'seen'}    | ${'it is back'}
    ${'u1'} | ${[ML]}       | ${null}          | ${'owners'}  | ${'an owner less'}
    ${'u1'} | ${[]}         | ${null}          | ${'owners'}  | ${'no owner'}
    ${'u1'} | ${[ML]}       | ${HOUR}          | ${'owners'}  | ${'it is back with another owner'}
    ${'u2'} | ${[ML, SHOP]} | ${null}          | ${'removed'} | ${'another one has its name'}
    ${'u2'} | ${[ML, SHOP]} | ${HOUR}          | ${'removed'} | ${'it came back as another one'}
    ${null} | ${null}       | ${null}          | ${'missed'}  | ${'gone for the first time'}
    ${null} | ${null}       | ${0}             | ${'absent'}  | ${'twice in one run'}
    ${null} | ${null}       | ${24 * HOUR - 1} | ${'absent'}  | ${'not for a day'}
    ${null} | ${null}       | ${24 * HOUR}     | ${'removed'} | ${'for a day'}
    ${null} | ${null}       | ${900 * HOUR}    | ${'removed'} | ${'for long: no run in between'}
  `('$why: $change', ({ uid, owners, absentFor, change }) => {
    expect(
      bindingChange({
        record: {
          entityUid: 'u1',
          owners: [ML, SHOP],
          absentSince: absentFor === null ? null : NOW - absentFor,
        },
        entity:
          uid === null
            ? undefined
            : { entityRef: 'component:default/x', uid, owners },
        now: NOW,
      }),
    ).toBe(change);
  });
});
