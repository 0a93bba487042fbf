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
      summary: 'Only the private networks that you name reach it, over HTTPS.',
      way: 'Load balancer: private addresses',
      guard:
        'Security groups: the load balancer admits those networks, the tasks admit the load balancer and monitoring',
    },
    public: {
      summary: 'Everybody reaches it at its host name, over HTTPS.',
      way: 'Load balancer: on the internet, behind the firewall of the platform',
      guard:
        'Security groups: the load balancer admits everybody, the tasks admit the load balancer and monitoring',
    },
  },
} as const;
