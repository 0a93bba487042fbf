export { BenchmarkPostgres } from '../support/BenchmarkPostgres';
