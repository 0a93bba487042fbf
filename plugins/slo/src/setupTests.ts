import '@testing-library/jest-dom';

// Tests read times as somebody in London does, wherever they run.
const { resolvedOptions } = Intl.DateTimeFormat.prototype;
Intl.DateTimeFormat.prototype.resolvedOptions = function inLondon() {
  return { ...resolvedOptions.call(this), timeZone: 'Europe/London' };
};
