import { type DraftLine, plainLine } from './draft-line.ts'
import type { Facts } from './facts.ts'
import { alertSource } from './sources-of.ts'

/** Alerts of the quarter about indicators that no other line tells. */
export function alertLines(facts: Facts, toldCodes: ReadonlySet<string>): DraftLine[] {
  return facts.alerts
    .filter(({ code }) => !toldCodes.has(code))
    .map((alert) =>
      plainLine({
        key: `alert:${alert.id}`,
        side: 'shortfall',
        kind: 'alert',
        draft: [{ code: 'alert', params: { sentence: { ...alert.sentence } } }],
        sources: [alertSource(alert)],
        basis: { id: alert.id, period: alert.period, sentence: alert.sentence.zh },
      }),
    )
}
