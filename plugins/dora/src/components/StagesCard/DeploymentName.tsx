import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import {
  shortVersion,
  type Bottleneck,
} from '@golden-path/backstage-plugin-dora-common';
import { usePageLinks } from '../../hooks/usePageLinks';

/** Service and version, with the way to the deployment's page. */
export function DeploymentName(props: {
  deployment: Bottleneck['deployments'][number];
}) {
  const { id, entityRef, version } = props.deployment;
  const links = usePageLinks();
  const text = `${parseEntityRef(entityRef).name} ${shortVersion(version)}`;
  return links ? (
    <Link to={links.deployment(id)}>{text}</Link>
  ) : (
    <span>{text}</span>
  );
}
