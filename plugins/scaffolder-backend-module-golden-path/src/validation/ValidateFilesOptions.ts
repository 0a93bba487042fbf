import type {
  FindingHatch,
  PolicySettings,
} from '@golden-path/backstage-plugin-golden-path-common';
import type { SourceFile } from './SourceFile';

/**
 * What {@link validateFiles} checks, and with which help.
 *
 * @public
 */
export interface ValidateFilesOptions {
  /** All text files of the workspace; those outside the two folders are passed over. */
  files: SourceFile[];
  /** Folder of the service repository, without a slash at its end. */
  service: string;
  /** Folder of what goes into the GitOps repository; left out where the service has none. */
  gitops?: string;
  /** Path of a helm binary; without one the templates of charts are not rendered. */
  helm?: string;
  /** What the platform allows of pods; everything that is pinned where left out. */
  policies?: PolicySettings;
  /**
   * Which of these rules, all of them waivable, the service may leave now. Called once, and only where such a rule was
   * broken. What it throws reaches the caller: no answer is no waiver.
   */
  waived?: (rules: string[]) => Promise<Map<string, FindingHatch>>;
  /** Ends a running helm, and the validation with it. */
  signal?: AbortSignal;
}
