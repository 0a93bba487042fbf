import { parseMessage, parseReverts } from './parseMessage';

describe('parseMessage', () => {
  it.each([
    ['Fix a typo', { title: 'Fix a typo' }],
    ['Fix a typo (#12)\n\nBecause.', { title: 'Fix a typo (#12)', number: 12 }],
    [
      'Merge pull request #7 from acme/hotfix/login\n\nLet people sign in\n',
      { title: 'Let people sign in', number: 7, branch: 'hotfix/login' },
    ],
    [
      'Merge pull request #7 from acme/x',
      { title: 'Merge pull request #7 from acme/x', number: 7, branch: 'x' },
    ],
    [
      "Merge branch 'hotfix/login' into 'main'\n\nLet people sign in\n\nSee merge request acme/web/shop!31",
      { title: 'Let people sign in', number: 31, branch: 'hotfix/login' },
    ],
    [
      "Merge branch 'feature' into main\n\n# Conflicts:\n#\tpackage.json",
      { title: "Merge branch 'feature' into main", branch: 'feature' },
    ],
    [
      'Merged in feature/x (pull request #12)\n\nAdd x\n',
      { title: 'Add x', number: 12, branch: 'feature/x' },
    ],
    ['Merged PR 45: Add y', { title: 'Add y', number: 45 }],
    [
      'Squashed\n\nSee merge request acme/shop!9',
      { title: 'Squashed', number: 9 },
    ],
    ['Count to (#99999999999)', { title: 'Count to (#99999999999)' }],
    ['', { title: '' }],
  ])('reads %j', (message, expected) => {
    expect(parseMessage(message)).toEqual(expected);
  });

  it('shortens what is too long', () => {
    expect(parseMessage('x'.repeat(5_000)).title).toHaveLength(1_000);
  });
});

describe('parseReverts', () => {
  const sha = 'c0ffee'.repeat(7).slice(0, 40);
  it.each([
    [`Revert "Add x"\n\nThis reverts commit ${sha}.`, [sha], []],
    [`Revert "Add x" (#13)\n\nThis reverts commit ${sha}.`, [sha], []],
    [
      `Undo\n\nThis reverts commit ${sha}, reversing\nchanges made to ${'1'.repeat(
        40,
      )}.`,
      [sha],
      [],
    ],
    ['Revert "Add x (#12)" (#13)', [], [12]],
    ['revert: Revert "Add x (#12)" (#13)', [], [12]],
    // Nothing else says what it reverts.
    ['Revert "Add x" (#12)', [], [12]],
    ['Undo\n\nReverts acme/shop#12', [], [12]],
    ['Undo\n\nReverts #12', [], [12]],
    ['Revert\n\nThis reverts merge request !31', [], [31]],
    ['Revert\n\nThis reverts merge request acme/shop!31', [], [31]],
    ['Say how "This reverts commit" is written', [], []],
    ['Add x (#12)', [], []],
    ['Revert "Add x"', [], []],
    ['Reverts are bad', [], []],
  ])('reads %j', (message, commits, numbers) => {
    expect(parseReverts(message)).toEqual({ commits, numbers });
  });
});
