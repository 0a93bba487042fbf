export { EpisodesCard } from './EpisodesCard';
