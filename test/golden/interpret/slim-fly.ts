/** Slim fly sizes: for q = 4w + d (d = -1, 0, 1) there are 2 q^2 switches of (3q - d)/2 network ports; half as many hosts balance it. */

export interface SlimFlySize {
  readonly q: number;
  readonly hostsPerSwitch: number;
  /** Network ports and hosts of one switch. */
  readonly radix: number;
}

function countNetworkPorts(q: number): number | null {
  const remainder = q % 4;
  const delta = remainder === 3 ? -1 : remainder;
  return delta > 1 ? null : (3 * q - delta) / 2;
}

/** The given q, or the largest whose network ports and hosts fit the radix; null = none fits. */
export function fitSlimFly(q: number | null, hostsPerSwitch: number | null, radix: number): SlimFlySize | null {
  const size = (candidate: number): SlimFlySize | null => {
    const ports = countNetworkPorts(candidate);
    if (ports === null) return null;
    const hosts = hostsPerSwitch ?? Math.ceil(ports / 2);
    return { q: candidate, hostsPerSwitch: hosts, radix: ports + hosts };
  };
  if (q !== null) return size(q);
  for (let candidate = radix; candidate >= 3; candidate -= 1) {
    const fitted = size(candidate);
    if (fitted && fitted.radix <= radix) return fitted;
  }
  return null;
}
