import type { Context, Tx } from '../../../../kernel/context.ts'
import { dayOf } from '../../../../kernel/day.ts'
import { type Item, itemStandings } from '../../../ledger/index.ts'
import { CITY_ZONE } from '../../city-zone.ts'
import { isSuggested, likenessOf, type Telling, tellingOf } from '../../rules/likeness.ts'
import { matterSteps } from '../../rules/matters/matter-steps.ts'
import { retold, type Told } from '../../rules/over-time/retold.ts'
import { lastDayOf, type Meeting, nextMeetings } from '../../rules/over-time/review-line.ts'
import { type Fate, shortfallFate } from '../../rules/over-time/shortfall-fate.ts'
import { twinsOf } from '../../rules/over-time/twins-of.ts'
import { selectComparison } from '../../store/follow/comparison.ts'
import type { Chains, FollowedPart } from '../matters/load-chains.ts'
import { stepsOf } from '../matters/present-matter.ts'

/** So many of the latest items are looked at before a shortfall is said to be forgotten. */
const ITEMS_LOOKED_AT = 5000

export interface JudgedShortfall {
  /** The statement, or the line while none was printed. */
  readonly part: FollowedPart
  readonly fate: Fate
  readonly resolvedOn: string | null
  readonly itemCount: number
}

/**
 * What became of each shortfall by the next review. Who says that one was forgotten accuses: words alike in the next
 * review and items alike count as following it up, also where nobody linked them. Two queries; in memory, and only for
 * shortfalls that nothing linked follows, what the next review says of the unit, and then the unit's items.
 */
export async function judgeShortfalls(
  ctx: Context,
  tx: Tx,
  { chains, timeline }: { chains: Chains; timeline: readonly Meeting[] },
): Promise<JudgedShortfall[]> {
  const printed = (await selectComparison(tx))
    .filter(({ verdict }) => verdict === 'confirmed')
    .map(({ lineId, statementId }) => [lineId, statementId] as const)
  const next = nextMeetings(timeline)
  const alike = wordsAlike()
  const facts = { chains, next, resolved: resolvedDays(chains), spoken: spokenWords(chains) }
  const parts = [...chains.parts.values()]
  const linked = twinsOf(parts, [...printed, ...retold(parts.flatMap(toldOf))]).map((twins) =>
    judge(twins, facts),
  )
  const judged = linked.map((one) => {
    const words = facts.spoken.get(placeOf(one.part.unitId, next.get(one.part.review)?.review)) ?? []
    return followedIf(one, () => words.some((text) => alike(one.part.text, text)))
  })
  const units = new Set(judged.flatMap(({ fate, part }) => (fate === 'forgotten' ? [part.unitId] : [])))
  if (units.size === 0) return judged
  const items = await itemStandings(ctx, tx, { unitIds: [...units], limit: ITEMS_LOOKED_AT })
  return judged.map((one) => {
    const nextAt = next.get(one.part.review)?.at
    return followedIf(one, () => items.some((item) => follows(item, one.part, { nextAt, alike })))
  })
}

function toldOf({ id, unitId, review, text, from }: FollowedPart): Told[] {
  return from.kind === 'report' ? [{ id, unitId, review, text, reportId: from.id }] : []
}

type Alike = (one: string, other: string) => boolean

/** A shortfall that nothing linked follows is followed up if something alike is. */
function followedIf(one: JudgedShortfall, isFollowed: () => boolean): JudgedShortfall {
  return one.fate === 'forgotten' && isFollowed() ? { ...one, fate: 'followed' } : one
}

interface Facts {
  readonly chains: Chains
  readonly next: ReadonlyMap<string, Meeting | null>
  readonly resolved: ReadonlyMap<string, string | null>
}

function judge(twins: readonly FollowedPart[], { chains, next, resolved }: Facts): JudgedShortfall {
  const part = twins[0]!
  const meeting = next.get(part.review) ?? null
  const answers = twins
    .flatMap(({ id }) => chains.answers.get(id) ?? [])
    .filter(({ period }) => period === meeting?.review)
  const outcomes = answers.filter(({ side }) => side === 'follow-up').flatMap(({ outcome }) => outcome ?? [])
  const items = new Map(twins.flatMap((twin) => twin.items).map((item) => [item.id, item]))
  const days = twins.flatMap(({ id }) => resolved.get(id) ?? []).sort()
  const matter = chains.matters.find((one) => one.matter.id === part.matterId)
  const fate = shortfallFate({
    nextAt: meeting && lastDayOf(meeting.at),
    outcome: outcomes.at(-1) ?? null,
    resolvedOn: days[0] ?? null,
    isToldAgain:
      answers.some(({ side }) => side === 'shortfall') ||
      (matter?.parts ?? []).some(({ review }) => review === meeting?.review),
    isMentioned: answers.length > 0,
    items: [...items.values()]
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ createdAt }) => ({ enteredOn: dayOf(new Date(createdAt), CITY_ZONE) })),
  })
  return { part, fate, resolvedOn: days[0] ?? null, itemCount: items.size }
}

/** What each review says of each unit: the subjects of its statements and the lines of its book. */
function spokenWords({ shortfalls: { record, lines } }: Chains): ReadonlyMap<string, string[]> {
  const spoken = new Map<string, string[]>()
  const add = (place: string, text: string) => {
    const texts = spoken.get(place)
    if (texts) texts.push(text)
    else spoken.set(place, [text])
  }
  for (const { unitId, reportId, subject } of record.statements) {
    if (unitId !== null) add(placeOf(unitId, record.reports.get(reportId)?.period ?? reportId), subject)
  }
  for (const { unitId, period, included, words, text } of lines) {
    if (included) add(placeOf(unitId, period), words ?? text.zh)
  }
  return spoken
}

const placeOf = (unitId: string, review: string | undefined) => `${unitId} ${review}`

function follows(
  item: Item,
  part: FollowedPart,
  { nextAt, alike }: { nextAt: string | undefined; alike: Alike },
): boolean {
  const enteredOn = dayOf(new Date(item.createdAt), CITY_ZONE)
  const isOfUnit = item.leadUnitId === part.unitId || item.supportingUnitIds.includes(part.unitId)
  const isBetween = enteredOn >= part.at && (nextAt === undefined || enteredOn <= lastDayOf(nextAt))
  return isOfUnit && isBetween && item.state !== 'withdrawn' && alike(part.text, item.title)
}

/** The day on which the step of each shortfall was resolved, as its matter tells, or it alone. */
function resolvedDays({ parts, matters }: Chains): Map<string, string | null> {
  const days = new Map<string, string | null>()
  for (const chain of matters) {
    for (const step of stepsOf(chain)) for (const { id } of step.parts) days.set(id, step.resolvedOn)
  }
  for (const part of parts.values()) {
    if (days.has(part.id)) continue
    const [step] = matterSteps({
      parts: [part],
      work: part.items.map(({ state, closedOn }) => ({ partId: part.id, state, closedOn })),
      outcomes: part.outcomes.map(({ outcome, on }) => ({ partId: part.id, outcome, on })),
      settledOn: null,
    })
    days.set(part.id, step!.resolvedOn)
  }
  return days
}

/** Compares wordings, cutting each once. */
function wordsAlike(): Alike {
  const cut = new Map<string, Telling>()
  const telling = (text: string) => {
    const known = cut.get(text) ?? tellingOf(text)
    cut.set(text, known)
    return known
  }
  return (one, other) => isSuggested(likenessOf(telling(one), telling(other)))
}
