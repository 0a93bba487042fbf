/** Series and distribution. */
export const chartMessages = {
  loading: 'Loading the chart',
};
