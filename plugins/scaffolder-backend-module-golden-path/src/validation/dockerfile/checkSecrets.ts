import type { Arg, Dockerfile, Env, Property } from 'dockerfile-ast';
import type { DockerfileProblem } from './DockerfileProblem';

const SECRET_NAME =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS?)(?:_|$)/i;
/** Names of where a secret is, not of what it is. */
const PLACE_NAME = /_(?:FILE|PATH|DIR|URL|URI|HOST|TTL|NAME)$/i;
/** Keys of AWS and Google, tokens of GitHub, GitLab and Slack, private keys. */
const SECRET_VALUE =
  /AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|gh[pousr]_[0-9A-Za-z]{36}|github_pat_\w{22}|glpat-[\w-]{20}|xox[abpr]-[\w-]{10}|-----BEGIN [A-Z ]*PRIVATE KEY/;

/** No secret stands in `ENV` or `ARG`, whose values everybody reads who has the image. The value is not repeated. */
export function checkSecrets(dockerfile: Dockerfile): DockerfileProblem[] {
  const properties = dockerfile
    .getInstructions()
    .flatMap((instruction): { keyword: string; property: Property }[] => {
      const keyword = instruction.getKeyword();
      if (keyword === 'ENV') {
        return (instruction as Env)
          .getProperties()
          .map(property => ({ keyword, property }));
      }
      const argument =
        keyword === 'ARG' ? (instruction as Arg).getProperty() : null;
      return argument ? [{ keyword, property: argument }] : [];
    });
  return properties
    .filter(({ keyword, property }) => {
      const name = property.getName();
      const value = property.getValue() ?? '';
      const isNamed = SECRET_NAME.test(name) && !PLACE_NAME.test(name);
      // An argument gets its value at the build, and keeps it in the history of the image.
      return (
        (isNamed && (keyword === 'ARG' || value !== '')) ||
        SECRET_VALUE.test(value)
      );
    })
    .map(({ keyword, property }) => ({
      line: property.getRange().start.line,
      message: `${keyword} ${property
        .getName()
        .slice(0, 60)} puts a secret into the image.`,
      fix: 'Mount it while building (RUN --mount=type=secret), or hand it over when the container starts.',
    }));
}
