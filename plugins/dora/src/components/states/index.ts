export { LoadError } from './LoadError';
export { NoSourceConfigured } from './NoSourceConfigured';
export { NoSourceForService } from './NoSourceForService';
export { NothingFailed } from './NothingFailed';
export { ReadingHistory } from './ReadingHistory';
export { StateBody } from './StateBody';
export { TooFew } from './TooFew';
