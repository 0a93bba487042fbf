/** 10^-9, as which Kubernetes keeps what is not whole. */
const NANO = 9;

const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/**
 * A resource quantity of Kubernetes (`100m`, `1.5`, `128Mi`, `1e3`) in billionths, exactly; what is smaller is rounded up, as
 * Kubernetes does. Numbers count as their decimal text. Undefined for what is no quantity, has more than 64 digits or an
 * exponent beyond 99.
 *
 * Grammar: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 *
 * @public
 */
export function parseQuantity(value: unknown): bigint | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const parts =
    /^([+-]?)(\d{0,64})(?:\.(\d{0,64}))?(?:([KMGTPE]i|[numkMGTPE]?)|[eE]([+-]?\d{1,2}))$/.exec(
      String(value),
    );
  if (!parts) {
    return undefined;
  }
  const [, sign, whole, fraction = '', suffix = '', exponent] = parts;
  if (`${whole}${fraction}` === '') {
    return undefined;
  }
  const binary = BINARY.indexOf(suffix);
  const factor = binary < 0 ? 1n : 1024n ** BigInt(binary + 1);
  const power = exponent ? Number(exponent) : DECIMAL[suffix] ?? 0;
  const digits = BigInt(`${whole}${fraction}`) * factor;
  const magnitude = shift(digits, power + NANO - fraction.length);
  return sign === '-' ? -magnitude : magnitude;
}

function shift(digits: bigint, power: number): bigint {
  if (power >= 0) {
    return digits * 10n ** BigInt(power);
  }
  const divisor = 10n ** BigInt(-power);
  return (digits + divisor - 1n) / divisor;
}
