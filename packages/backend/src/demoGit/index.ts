export { demoGitFeatures as default } from './demoGitFeatures';
