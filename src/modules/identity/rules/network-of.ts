/**
 * What counts as one place: an IPv4 address, of IPv6 the first half. A house is given a /64 at least (RFC 6177), and whoever has one
 * has as many addresses as guesses.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  // An address of the web has one form: no leading zeros, small letters, the longest run of zeros as `::`.
  const host = plain.includes(':') ? URL.parse(`http://[${plain}]/`)?.hostname : undefined
  if (host === undefined) return plain
  const [before = [], after = []] = host
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter(Boolean))
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}
