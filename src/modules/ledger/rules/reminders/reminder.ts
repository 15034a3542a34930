/** Who is told: by what they are to the item's unit, or to the city. */
export type Audience = 'liaison' | 'unit-leader' | 'office' | 'city-leader'

/** What somebody is to be told about an item, before it is known which persons that are. */
export interface Reminder {
  /** `ledger.overdue`. */
  readonly kind: string
  readonly level: 'info' | 'reminder' | 'warning' | 'alarm'
  /** The same text for the same reason, another one as soon as the reason is another (a new deadline, a new round). */
  readonly cause: string
  readonly to: readonly Audience[]
  /** Whose liaisons and leaders: the lead, or a supporting unit. */
  readonly unitIds: readonly string[]
  readonly params: Readonly<Record<string, string | number>>
}
