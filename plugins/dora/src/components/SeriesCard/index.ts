export { SeriesCard } from './SeriesCard';
