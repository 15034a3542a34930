import type { Ranking } from '../rank-column.ts'
import type { CompositeScheme } from './scheme.ts'

/**
 * The bonus of each unit that gets one. In a small field the top and the bottom list reach at most to its middle, so
 * that nobody is praised and punished for one place [our rule; the source has fields of more than ten].
 */
export function rankBonuses(
  { top, bottom, tiesCancel }: NonNullable<CompositeScheme['rankBonus']>,
  { ranked }: Ranking,
): Map<number, { place: number; points: string }> {
  const reach = Math.floor(ranked.length / 2)
  const bonuses = new Map<number, { place: number; points: string }>()
  for (const { unit, rank, better, sharedBy } of ranked) {
    if (sharedBy > 1 && tiesCancel) continue
    const fromEnd = ranked.length - better - sharedBy
    const points =
      better < reach && better < top.length ? top[better] : fromEnd < reach ? bottom[fromEnd] : undefined
    if (points !== undefined) bonuses.set(unit, { place: rank, points })
  }
  return bonuses
}
