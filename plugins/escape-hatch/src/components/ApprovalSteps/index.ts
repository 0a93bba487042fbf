export { ApprovalSteps, type ApprovalStep } from './ApprovalSteps';
