/** An address without the part that tells one machine from its neighbours: `10.1.2.*`, `2001:db8:1:*`. */
export function shortAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const v4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(mapped)
  if (v4) return `${v4[1]}.*`
  if (!/^[0-9a-f:]+$/i.test(mapped)) return ''
  const head = mapped.split('::')[0]!.split(':').filter(Boolean).slice(0, 3)
  return `${head.join(':')}:*`
}
