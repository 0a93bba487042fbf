export { FigureTable } from '../support/FigureTable';
