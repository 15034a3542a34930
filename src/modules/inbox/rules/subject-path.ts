/** Where the screens show what a message is about; undefined for what has no screen. */
export function subjectPath({ type, id }: { type: string; id: string }): string | undefined {
  if (type === 'item') return `/ledger/items/${encodeURIComponent(id)}`
  if (type === 'report') return `/reports/${encodeURIComponent(id)}`
  if (type === 'desk') return '/desk'
  if (type === 'alert') return '/indicators/alerts'
  return undefined
}
