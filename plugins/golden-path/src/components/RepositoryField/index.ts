export { RepositoryField } from './RepositoryField';
