/** Whom an alert is about: the indicator's code and the unit's key, which do not change. */
export interface AlertSubject {
  readonly indicator: string
  readonly unit: string
}

/** Something that a rule found. */
export interface AlertFinding {
  /**
   * What brought it about, the same text however often the rule is asked while it lasts. After a recovery the next one
   * has another. The store keeps it unique, so that nothing fires twice.
   */
  readonly cause: string
  readonly kind: string
  /** The newest period that it rests on. */
  readonly period: string
  /** The numbers that decide, as decimal strings and period texts. */
  readonly numbers: Readonly<Record<string, string | number>>
}

/** `anchor` is what began the trouble: never the newest period of something that lasts. */
export function alertCause(
  rule: { key: string; kind: string },
  { indicator, unit }: AlertSubject,
  anchor: string,
): string {
  return [rule.key, rule.kind, indicator, unit, anchor].map(encodeURIComponent).join('|')
}
