/** A decimal share as per cent with at most one place, cut and not rounded up: 0.9999 is not yet all. */
export function formatRate(rate: string | null): string {
  if (rate === null) return '—'
  const [whole = '0', places = ''] = rate.split('.')
  const tenths = Number(`${whole}${places.padEnd(3, '0').slice(0, 3)}`)
  return tenths % 10 === 0 ? `${tenths / 10}%` : `${Math.floor(tenths / 10)}.${tenths % 10}%`
}
