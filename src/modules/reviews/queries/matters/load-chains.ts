import type { Context, Tx } from '../../../../kernel/context.ts'
import { type Item, itemStandings } from '../../../ledger/index.ts'
import { answeredParts } from '../../rules/matters/answered-parts.ts'
import type { MatterPart } from '../../schema/matter.ts'
import { type StoredMatter, selectMatters, selectParts } from '../../store/follow/matters.ts'
import { selectShortfallItems } from '../../store/follow/shortfall-items.ts'
import { loadShortfalls, type Shortfall, type Shortfalls } from './load-shortfalls.ts'

type Outcome = NonNullable<MatterPart['outcome']>

/** A shortfall with what is known of it since. */
export interface FollowedPart extends Shortfall {
  readonly matterId: string | null
  /** What later sheets said of it, in time order. */
  readonly outcomes: readonly Outcome[]
  readonly items: readonly Item[]
}

export interface Chains {
  readonly shortfalls: Shortfalls
  readonly parts: ReadonlyMap<string, FollowedPart>
  /** Matters with at least one part on record. */
  readonly matters: readonly { readonly matter: StoredMatter; readonly parts: readonly FollowedPart[] }[]
  /** The lines of later books that answer a shortfall, by its id. */
  readonly answers: ReadonlyMap<string, readonly Shortfalls['lines'][number][]>
}

/**
 * The shortfalls of some units, or of all, with their matters, items and outcomes. Seven queries, however many there are;
 * in memory what their lines name.
 */
export async function loadChains(ctx: Context, tx: Tx, unitIds?: readonly string[]): Promise<Chains> {
  const shortfalls = await loadShortfalls(ctx, tx, unitIds)
  const matterOf = new Map((await selectParts(tx, unitIds)).map((part) => [part.id, part.matterId]))
  const links = (await selectShortfallItems(tx)).filter(({ partId }) => shortfalls.byId.has(partId))
  const ids = [...new Set(links.map(({ itemId }) => itemId))]
  const items = new Map(
    (ids.length > 0 ? await itemStandings(ctx, tx, { ids }) : []).map((item) => [item.id, item]),
  )
  const itemsOf = Map.groupBy(links, ({ partId }) => partId)
  const answers = answersOf(shortfalls, matterOf)
  const parts = new Map(
    [...shortfalls.byId.values()].map((part) => [
      part.id,
      {
        ...part,
        matterId: matterOf.get(part.id) ?? null,
        outcomes: (answers.get(part.id) ?? []).flatMap(outcomeOf),
        items: (itemsOf.get(part.id) ?? []).flatMap(({ itemId }) => items.get(itemId) ?? []),
      },
    ]),
  )
  const byMatter = Map.groupBy(parts.values(), ({ matterId }) => matterId)
  const matters = (await selectMatters(tx, unitIds)).flatMap((matter) => {
    const own = byMatter.get(matter.id)
    return own ? [{ matter, parts: own }] : []
  })
  return { shortfalls, parts, matters, answers }
}

function answersOf({ byId, lines }: Shortfalls, matterOf: ReadonlyMap<string, string>) {
  const known = [...byId.values()].map((part) => ({ ...part, matterId: matterOf.get(part.id) ?? null }))
  const byUnit = new Map(
    [...Map.groupBy(known, ({ unitId }) => unitId)].map(([unitId, parts]) => [
      unitId,
      {
        byId: new Map(parts.map((part) => [part.id, part])),
        byMatter: Map.groupBy(parts, ({ matterId }) => matterId),
      },
    ]),
  )
  const answers = new Map<string, Shortfalls['lines'][number][]>()
  const answeredBefore = new Map<string, string[]>()
  // Lines come in the order of the books.
  for (const line of lines) {
    if (!line.included || line.side === 'strength') continue
    const ofUnit = byUnit.get(line.unitId)
    if (!ofUnit) continue
    const asked = { ...line, at: line.heldOn, review: line.period }
    const answered = answeredParts(asked, ofUnit, answeredBefore)
    answeredBefore.set(line.id, answered)
    for (const id of answered) answers.set(id, [...(answers.get(id) ?? []), line])
  }
  return answers
}

function outcomeOf(line: Shortfalls['lines'][number]): Outcome[] {
  if (line.side !== 'follow-up' || line.outcome === null) return []
  return [
    {
      outcome: line.outcome,
      reviewId: line.reviewId,
      lineId: line.id,
      period: line.period,
      on: line.heldOn,
    },
  ]
}
