export { DefinitionCard } from './DefinitionCard';
