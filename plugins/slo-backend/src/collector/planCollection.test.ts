import { newestStretch, nextChunk } from './planCollection';

const DAY = 86_400;
const HOUR = 3_600;
/** 10:02:30 of some day, with tiles of five minutes: 10:00 is the newest end. */
const NOON = 20_000 * DAY;
const NOW = NOON + 10 * HOUR + 150;
const TO = NOON + 10 * HOUR;

describe('newestStretch', () => {
  it.each([
    {
      name: 'first time',
      watermark: null,
      askedTo: null,
      from: NOON + 9 * HOUR,
    },
    {
      name: 'first time, its place in history noted',
      watermark: null,
      askedTo: null,
      loadedFrom: NOON + 9 * HOUR,
      from: NOON + 9 * HOUR,
    },
    {
      name: 'first time again: the source failed for an hour',
      watermark: null,
      askedTo: null,
      loadedFrom: TO - 2 * HOUR,
      from: NOON + 3 * HOUR,
    },
    {
      name: 'first time again: the source failed for a day',
      watermark: null,
      askedTo: null,
      loadedFrom: TO - DAY - HOUR,
      from: NOON - DAY,
    },
    {
      name: 'up to date',
      watermark: TO - 300,
      askedTo: TO - 300,
      from: TO - 1_200,
    },
    {
      name: 'an hour behind',
      watermark: TO - HOUR,
      askedTo: TO - HOUR,
      from: NOON + 3 * HOUR,
    },
    {
      name: 'asked, but the source has had nothing for three hours',
      watermark: TO - 3 * HOUR,
      askedTo: TO - 300,
      from: NOON + 3 * HOUR,
    },
  ])('$name', ({ watermark, askedTo, loadedFrom = null, from }) => {
    const series = { watermark, askedTo, loadedFrom };
    expect(newestStretch(series, 300, NOW)).toEqual({
      from,
      to: TO,
    });
  });

  it('catches up in chunks', () => {
    const watermark = TO - 20 * DAY;
    const series = { watermark, askedTo: watermark, loadedFrom: null };
    expect(newestStretch(series, 300, NOW)).toEqual({
      from: NOON - 20 * DAY,
      to: NOON - 13 * DAY,
    });
  });

  it('does not ask for ever for what a source has lost', () => {
    const { from } = newestStretch(
      { watermark: TO - 20 * DAY, askedTo: TO - 300, loadedFrom: null },
      300,
      NOW,
    );
    expect(from).toBeGreaterThanOrEqual(TO - 8 * HOUR);
  });
});

describe('nextChunk', () => {
  it('walks back day by day until nothing is left', () => {
    const sourceFrom = NOON - 10 * DAY + 7 * HOUR + 60;
    const chunks = [];
    let loadedFrom = TO - 1_200;
    for (;;) {
      const chunk = nextChunk({ loadedFrom, sourceFrom }, 300);
      if (!chunk) {
        break;
      }
      chunks.push(chunk);
      loadedFrom = chunk.from;
    }
    expect(chunks).toEqual([
      { from: NOON - 6 * DAY, to: TO - 1_200 },
      { from: NOON - 10 * DAY + 7 * HOUR, to: NOON - 6 * DAY },
    ]);
  });

  it.each([
    { loadedFrom: null, sourceFrom: null },
    { loadedFrom: 100, sourceFrom: null },
    { loadedFrom: 100, sourceFrom: 100 },
  ])('has nothing to do at %p', series => {
    expect(nextChunk(series, 300)).toBeUndefined();
  });
});
