export { LeadTimesCard } from './LeadTimesCard';
