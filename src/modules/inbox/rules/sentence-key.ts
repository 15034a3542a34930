/** The catalogue key of a kind's sentence: `ledger.overdue` is told by `ledger.notice.overdue`. */
export function sentenceKey(kind: string): string {
  return kind.replace('.', '.notice.')
}
