import type { Theme } from '@material-ui/core/styles';

/**
 * Colours that Backstage's palette has not got: `palette.status` is too pale for text. Text tones have a contrast of
 * at least 4.5:1 on cards and on the tints, lines at least 3:1 where they carry meaning.
 */
export interface StatusTone {
  ok: string;
  warn: string;
  bad: string;
  quiet: string;
  okTint: string;
  warnTint: string;
  badTint: string;
  quietTint: string;
  /** Hairlines between parts. */
  line: string;
  /** Edges of controls. */
  outline: string;
}

const light: StatusTone = {
  ok: '#17743f',
  warn: '#8a5000',
  bad: '#ba1427',
  quiet: '#616161',
  okTint: '#eaf6ee',
  warnTint: '#fcf3e4',
  badTint: '#fbebed',
  quietTint: '#f7f7f7',
  line: '#e5e5e5',
  outline: '#878787',
};

const dark: StatusTone = {
  ok: '#7dd693',
  warn: '#ffbf5e',
  bad: '#ffa3a8',
  quiet: '#cccccc',
  okTint: '#3f5146',
  warnTint: '#524a3b',
  badTint: '#573d3f',
  quietTint: '#4c4b4b',
  line: '#5c5b5b',
  outline: '#a1a1a1',
};

export function statusTone(theme: Theme): StatusTone {
  return theme.palette.type === 'dark' ? dark : light;
}
