export { OpenActionsCard } from './OpenActionsCard';
