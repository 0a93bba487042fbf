/** The field for who reaches a service. */
export const exposureMessages = {
  title: 'Exposure',
  internal: 'Internal',
  public: 'Public',
  missing: 'Choose who reaches the service',
  kubernetes: {
    internal: {
      summary: 'Only workloads in the cluster reach it.',
      way: 'Ingress: none',
      guard:
        'Network policy: admits monitoring and the callers that its chart lists',
    },
    public: {
      summary: 'Everybody reaches it at its host name, over HTTPS.',
      way: 'Ingress: one, for the host that you enter',
      guard:
        'Network policy: admits the ingress controller, monitoring and the callers that its chart lists',
    },
  },
  ecs: {
    internal: {
      summary: 'Only the private network reaches it.',
      way: 'Load balancer: internal, in private subnets',
      guard: 'Security group: admits the network of the VPC',
    },
    public: {
      summary: 'Everybody reaches it at its host name, over HTTPS.',
      way: 'Load balancer: facing the internet, in public subnets',
      guard:
        'Security group: admits everybody to the load balancer, and only the load balancer to the service',
    },
  },
} as const;
