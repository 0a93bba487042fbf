import { Link } from '@backstage/core-components';
import type { DataQualityFinding } from '@golden-path/backstage-plugin-dora-common';
import { sourceDocsUrl } from '../../sources/sourceDocsUrl';

/** Kinds whose remedy has a page of its own. */
const DOCS: Record<string, string> = {
  'no-source': sourceDocsUrl(),
  'opening-unknown': sourceDocsUrl('github'),
  'no-incident-source': sourceDocsUrl('alertmanager'),
};

/** What is to be done about a finding, with the way to where it is described. */
export function FindingFix({ finding }: { finding: DataQualityFinding }) {
  const { id, fix } = finding;
  return DOCS[id] ? <Link to={DOCS[id]}>{fix}</Link> : <>{fix}</>;
}
