/** Version of each type of event in the versions of the specification. */
const TYPE_VERSIONS: Record<string, Record<string, string>> = {
  '0.3.0': {
    service: '0.1.1',
    'change.created': '0.1.2',
    change: '0.1.2',
    incident: '0.1.0',
    artifact: '0.1.1',
    pipelinerun: '0.1.1',
  },
  '0.4.1': {
    service: '0.2.0',
    'change.created': '0.3.0',
    change: '0.2.0',
    incident: '0.2.0',
    artifact: '0.2.0',
    pipelinerun: '0.2.0',
  },
  '0.5.0': {
    service: '0.3.0',
    'change.created': '0.4.0',
    change: '0.3.0',
    incident: '0.3.0',
    artifact: '0.3.0',
    pipelinerun: '0.3.0',
  },
};

/** A valid CDEvent: of `kind`, about `subject`, at `at`. */
export function cdevent(
  kind: string,
  options: {
    subject: string;
    at: string;
    content?: object;
    id?: string;
    source?: string;
    version?: '0.3.0' | '0.4.1' | '0.5.0';
    customData?: object;
  },
) {
  const { subject, at, content = {}, version = '0.4.1' } = options;
  const [type] = kind.split('.');
  const versions = TYPE_VERSIONS[version];
  return {
    context: {
      [version === '0.5.0' ? 'specversion' : 'version']: version,
      id: options.id ?? `${kind} ${subject} ${at}`,
      source: options.source ?? '/ci/example',
      type: `dev.cdevents.${kind}.${versions[kind] ?? versions[type]}`,
      timestamp: at,
    },
    subject: {
      id: subject,
      // 0.5 has dropped it
      ...(version !== '0.5.0' && { type }),
      content,
    },
    ...(options.customData && { customData: options.customData }),
  };
}

/** A CloudEvent that carries a CDEvent, as the binding has it. */
export function cloudEvent(data: ReturnType<typeof cdevent>) {
  return {
    specversion: '1.0',
    id: data.context.id,
    source: data.context.source,
    type: data.context.type,
    subject: data.subject.id,
    time: data.context.timestamp,
    datacontenttype: 'application/json',
    data,
  };
}
