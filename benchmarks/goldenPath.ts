import { measureValidation } from './goldenPath/measureValidation';
import { runBenchmark } from './support/runBenchmark';

/** How long the check takes that comes before a service is published. */
runBenchmark(onPhase => measureValidation({ onPhase }));
