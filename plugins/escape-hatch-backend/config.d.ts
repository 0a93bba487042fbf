import type { HumanDuration } from '@backstage/types';

interface EscapeHatchStage {
  /** Unique in its list, of lower-case letters, digits and dashes: `security`. */
  id: string;
  /** For people: `Security`. */
  title: string;
  /** Groups or users, such as `group:default/security-team`; `owner` is the owner of the request's entity. */
  approvers: string[];
  /** Takes the place of approvers that are empty or gone, the first that is not; after them the admin group, then the security group. */
  fallback?: string[];
}

interface EscapeHatchStages {
  /** Default: the admin group. */
  low?: EscapeHatchStage[];
  /** Default: the admin group. */
  medium?: EscapeHatchStage[];
  /** Default: the owner, the admin group and the security group, in this order. */
  high?: EscapeHatchStage[];
}

export interface Config {
  escapeHatch?: {
    /** Group that runs the golden path: approves, and sees what is stalled; default `group:default/platform-team`. */
    adminGroup?: string;

    /** Group that approves what is risky, and may read the audit trail; default `group:default/security-team`. */
    securityGroup?: string;

    /** IANA zone of days and working days, such as `Europe/London`; default `UTC`. */
    timeZone?: string;

    /**
     * How long an agent may use an export without contact to the portal: an hour to 30 days, default 72 hours. It bounds
     * how long a revoked escape hatch may still be honoured; a portal that is down for less evicts no exempt workload.
     */
    lease?: HumanDuration | string;

    /** Longest time of an escape hatch in days, for rules that say none: 1 to 366, default 92. */
    maxDays?: number;

    /** Who approves, by risk level, for rules that say nothing else. */
    stages?: EscapeHatchStages;

    /** Rules of the golden path, merged by id and field by field over those that are shipped; a new id adds a rule. */
    rules?: Array<{
      /** Stable, of lower-case letters, digits and dashes: `privileged-container`. */
      id: string;
      /** For people; a new rule needs it. */
      title?: string;
      /** What the rule asks for and why; a new rule needs it. */
      description?: string;
      /** Whether it may be left at all; default true. */
      waivable?: boolean;
      /** Longest time in days: 1 to 366. */
      maxDays?: number;
      /** Old ids that mean it as well. */
      aliases?: string[];
      /** Who approves, by risk level. */
      stages?: EscapeHatchStages;
      /** Names of the policies that enforce it in clusters. */
      policies?: {
        /** Kinds of Gatekeeper constraints: `K8sRequiredResources`. */
        gatekeeper?: string[];
        /** Kyverno policies with the names of their rules. */
        kyverno?: Array<{ policy: string; rules: string[] }>;
      };
      /** Whether it is the ids of vulnerabilities that are left; default false. */
      vulnerabilities?: boolean;
    }>;

    lapse?: {
      /** Working days without a decision after which a request lapses: 1 to 250, default 30. */
      workingDays?: number;
    };

    reminders?: {
      /** Working days after which those are reminded who have to decide; default 2, 5 and 10. Monday to Friday; holidays are not known. */
      workingDays?: number[];
    };

    review?: {
      /** Days between two reviews of an active escape hatch: 1 to 366, default 92. */
      days?: number;
    };

    ownerChange?: {
      /** Days that a new owner has to confirm an escape hatch before it is suspended: 1 to 92, default 14. */
      confirmDays?: number;
    };

    retention?: {
      /** Days that notices are kept once they are told: 31 to 3660, default 400. Requests and their audit trail are kept for ever. */
      days?: number;
    };

    issues?: {
      /** Repository whose issues mirror the requests, such as `https://github.com/acme/platform`; default none. */
      repository?: string;
    };

    /** Key that signs the signed bundle; without it there is none. */
    signing?: {
      /** Name of the key, as OPA is given it. */
      keyId: string;
      /** `RS256`, `RS384`, `RS512`, `PS256`, `PS384`, `PS512`, `ES256`, `ES384` or `ES512`. */
      algorithm: string;
      /**
       * PEM, without passphrase.
       *
       * @visibility secret
       */
      privateKey: string;
    };
  };
}
