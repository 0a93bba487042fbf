import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are rendered, on machines that have other work to do as well.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

// The wizard scrolls up on each page; jsdom has no layout.
window.scrollTo = () => {};

// Tests read times as somebody in London does, wherever they run.
const { resolvedOptions } = Intl.DateTimeFormat.prototype;
Intl.DateTimeFormat.prototype.resolvedOptions = function inLondon() {
  return { ...resolvedOptions.call(this), timeZone: 'Europe/London' };
};
