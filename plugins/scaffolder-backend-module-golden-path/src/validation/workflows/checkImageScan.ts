import { record } from '../record';
import type { ValidationContext } from '../ValidationContext';
import type { Pipeline } from './Pipeline';
import { actionOf, type WorkflowStep } from './WorkflowStep';

const RULE = 'image-scan-critical';

const BUILDERS = [
  'docker/build-push-action',
  'docker/bake-action',
  'redhat-actions/buildah-build',
];
const BUILD =
  /\b(?:docker|podman|nerdctl)\s+(?:buildx\s+)?build\b|\bbuildah\s+(?:bud|build)\b|\bko\s+(?:build|publish)\b|\bpack\s+build\b/;
const SCANNERS = [
  'aquasecurity/trivy-action',
  'anchore/scan-action',
  'docker/scout-action',
  'snyk/actions/docker',
];
const SCAN =
  /\btrivy\s+(?:image|rootfs)\b|\bgrype\s|\bdocker\s+scout\s+cves\b|\bsnyk\s+container\b/;
/** The same programs list what is in an image, which finds nothing. */
const LISTING = /spdx|cyclonedx/;
const PUSH =
  /\b(?:docker|podman|nerdctl|buildah|crane)\s+push\b|\bskopeo\s+copy\b|\boras\s+(?:push|cp)\b|--push\b/;

/**
 * Wherever the pipeline builds an image, it scans it before it pushes it, and stops where the scan says so. A repository with a
 * Dockerfile has such a place.
 */
export function checkImageScan(
  { workspace, findings }: ValidationContext,
  pipeline: Pipeline,
): void {
  const dockerfile = workspace
    .files(workspace.service)
    .find(({ path }) => path === `${workspace.service}Dockerfile`);
  const builds = pipeline.stepLists
    .map(steps => ({
      steps,
      at: steps.findIndex(step => isBuild(step, pipeline)),
    }))
    .filter(({ at }) => at >= 0);
  if (!dockerfile && builds.length === 0) {
    return;
  }
  findings.checked(RULE);
  const add = (place: { file: string; line: number }, message: string) =>
    findings.error({
      ...place,
      rule: RULE,
      message,
      fix: 'Scan the image after it is built and before it is pushed, and fail on CRITICAL.',
    });
  if (dockerfile && builds.length === 0) {
    add(
      { file: dockerfile.path, line: 1 },
      'No workflow builds and scans the image of the Dockerfile.',
    );
  }
  for (const { steps, at } of builds) {
    const scan = steps.findIndex(step => scans(step, pipeline));
    const push = steps.findIndex(step => pushes(step, pipeline));
    if (scan < 0) {
      add(placeOf(steps[at]), 'The image is built here, but not scanned.');
    } else if (push >= 0 && push < scan) {
      add(placeOf(steps[push]), 'The image is pushed before it is scanned.');
    } else if (isIgnored(steps[scan])) {
      add(
        placeOf(steps[scan]),
        'The scan does not stop the pipeline, whatever it finds.',
      );
    }
  }
}

function placeOf({ file, document, path }: WorkflowStep) {
  return { file, line: document.lineOf(path) };
}

function isBuild(step: WorkflowStep, pipeline: Pipeline): boolean {
  return (
    BUILDERS.includes(actionOf(step)) ||
    pipeline.scriptsOf(step).some(script => BUILD.test(script))
  );
}

function scans(step: WorkflowStep, pipeline: Pipeline): boolean {
  return (
    SCANNERS.includes(actionOf(step)) ||
    pipeline
      .scriptsOf(step)
      .flatMap(script => script.replace(/\\\n/g, ' ').split('\n'))
      .some(line => SCAN.test(line) && !LISTING.test(line))
  );
}

function pushes(step: WorkflowStep, pipeline: Pipeline): boolean {
  const { push } = record(step.fields.with);
  return (
    (BUILDERS.includes(actionOf(step)) && String(push) === 'true') ||
    pipeline.scriptsOf(step).some(script => PUSH.test(script))
  );
}

function isIgnored(step: WorkflowStep): boolean {
  const { 'continue-on-error': ignored, with: inputs } = step.fields;
  // Trivy's action ends well unless it is told otherwise.
  const endsWell =
    actionOf(step) === 'aquasecurity/trivy-action' &&
    ['0', 'undefined'].includes(String(record(inputs)['exit-code']));
  return String(ignored) === 'true' || endsWell;
}
