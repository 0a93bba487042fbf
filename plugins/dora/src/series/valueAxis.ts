import { scaleLinear } from 'd3-scale';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The vertical axis: from 0 to at least the highest value, with a few lines at round numbers. */
export interface ValueAxis {
  top: number;
  ticks: { value: number; text: string }[];
}

/** Whole deployments; of seconds, minutes, hours or days. */
export function valueAxis(highest: number, isDuration: boolean): ValueAxis {
  const { size, name } = isDuration ? unitOf(highest) : { size: 1, name: '' };
  const scale = scaleLinear()
    .domain([0, Math.max(isDuration ? highest / size : highest, 1)])
    .nice(2);
  const [, top] = scale.domain();
  return {
    top: top * size,
    ticks: scale
      .ticks(2)
      .filter(Number.isInteger)
      .map(value => ({
        value: value * size,
        text: name && value > 0 ? `${value}\u00a0${name}` : String(value),
      })),
  };
}

function unitOf(seconds: number): { size: number; name: string } {
  if (seconds >= 2 * DAY) {
    return { size: DAY, name: 'd' };
  }
  return seconds >= 2 * HOUR
    ? { size: HOUR, name: 'h' }
    : { size: 60, name: 'min' };
}
