export { LeadTimesChart } from './LeadTimesChart';
