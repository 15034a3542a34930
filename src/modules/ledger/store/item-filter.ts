import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { ItemFilterQuery } from '../schema.ts'
import { deskCondition } from './desk-conditions.ts'
import { itemRows } from './item-source.ts'
import { isDueSoon, isOpen, isOverdue, lightCondition } from './light-condition.ts'

/** What a filter needs to know beside what was asked for. */
export interface ItemFilter extends Omit<ItemFilterQuery, 'q' | 'asOf'> {
  /** Dictionary words that an item must have, all of them. */
  readonly words?: readonly string[]
  /** The one of these that so few items have that the search begins with them. */
  readonly rareWord?: string | undefined
  /** One page in some order is wanted, not all that there are. */
  readonly isPage?: true
  /** What title, content or number must contain as it stands. */
  readonly substrings?: readonly string[]
  /** The day that lights, deadlines and rules are asked for. */
  readonly on: Day
  /** The ledger as it stood just before this instant; null: as it is. */
  readonly before: Date | null
  /** "Soon" is so many days or fewer before a deadline. */
  readonly soonDays: number
  /**
   * The units whose items the actor sees; null: all. Row-level security says the same and is what protects, but without
   * an index; of the past it alone knows whose an item was then.
   */
  readonly scope: readonly string[] | null
}

export type Condition = RawBuilder<SqlBool>

/** The one way from a filter to SQL: for lists, counts, statistics, boards, exports and bulk alike. Rows are `item`. */
export function itemConditions(filter: ItemFilter): Condition[] {
  const { state, light, kind, origin, priority } = filter
  return [
    sql<SqlBool>`item.tenant_id = ${thisTenant}`,
    withdrawn(filter),
    ...ofActor(filter),
    ...(filter.substrings ?? []).map((substring) => contains(substring, filter.isPage ?? false)),
    filter.id && sql<SqlBool>`item.id = any(${filter.id}::uuid[])`,
    ...ofUnits(filter),
    state && sql<SqlBool>`item.state = any(${state}::text[])`,
    light && lightCondition(light, filter.on),
    kind && sql<SqlBool>`item.kind = any(${kind}::text[])`,
    origin && sql<SqlBool>`item.origin = any(${origin}::text[])`,
    priority && sql<SqlBool>`item.priority = any(${priority}::text[])`,
    filter.theme && sql<SqlBool>`item.theme = ${filter.theme}`,
    claim(filter.hasTheme, sql`item.theme is not null`),
    filter.tag && sql<SqlBool>`${filter.tag} = any(item.tags)`,
    filter.source && sql<SqlBool>`item.source_kind = ${filter.source}`,
    filter.reportId && sql<SqlBool>`item.source ->> 'reportId' = ${filter.reportId}`,
    ...inTree(filter),
    ...claims(filter),
    ...between(filter),
    filter.waits && deskCondition(filter.waits, filter),
  ].filter((condition): condition is Condition => Boolean(condition))
}

/** Conditions as one. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

/** Withdrawn items are shown to whoever asks for them. The index of the others stands on `withdrawn_at`. */
function withdrawn({ state }: ItemFilter): Condition | null {
  return state?.includes('withdrawn') ? null : sql<SqlBool>`item.withdrawn_at is null`
}

function claim(wanted: boolean | undefined, condition: RawBuilder<unknown>): Condition | null {
  if (wanted === undefined) return null
  return wanted ? sql<SqlBool>`(${condition})` : sql<SqlBool>`not coalesce((${condition}), false)`
}

function claims(filter: ItemFilter) {
  return [
    claim(filter.isOpen, isOpen),
    claim(filter.isOverdue, isOverdue(filter.on)),
    claim(filter.isDueSoon, isDueSoon(filter)),
    claim(filter.wasLate, sql`item.was_late`),
    claim(filter.wasReturned, sql`item.returned_count > 0`),
    claim(filter.wasPressed, sql`item.pressed_count > 0`),
    claim(filter.wasReopened, sql`item.round > 1`),
    claim(filter.wasDispatched, sql`item.dispatched_on is not null`),
    claim(filter.wasExtended, sql`item.due_on > item.first_due_on`),
    claim(filter.isByFirstDue, sql`item.state = 'closed' and item.finished_on <= item.first_due_on`),
    claim(filter.hasDue, sql`item.due_on is not null`),
    claim(filter.wasSigned, sql`item.signed_on is not null`),
    claim(filter.wasReported, sql`coalesce(item.finished_on, item.reported_on) is not null`),
    claim(filter.hasIssued, sql`item.issued_on is not null`),
  ]
}

function between(filter: ItemFilter): (Condition | undefined)[] {
  const from = (column: string, day?: Day) =>
    day ? sql<SqlBool>`${sql.raw(column)} >= ${day}::date` : undefined
  const to = (column: string, day?: Day) =>
    day ? sql<SqlBool>`${sql.raw(column)} <= ${day}::date` : undefined
  return [
    from('item.due_on', filter.dueFrom),
    to('item.due_on', filter.dueTo),
    from('item.issued_on', filter.issuedFrom),
    to('item.issued_on', filter.issuedTo),
    from('item.closed_on', filter.closedFrom),
    to('item.closed_on', filter.closedTo),
    from('item.dispatched_on', filter.dispatchedFrom),
    to('item.dispatched_on', filter.dispatchedTo),
  ]
}

function ofUnits(filter: ItemFilter): (Condition | undefined)[] {
  const { leadUnitId, unitId, before } = filter
  return [
    leadUnitId === 'none'
      ? sql<SqlBool>`item.lead_unit_id is null`
      : leadUnitId
        ? sql<SqlBool>`item.lead_unit_id = ${leadUnitId}`
        : undefined,
    unitId && before === null ? hasDuty([unitId], filter) : undefined,
    unitId && before !== null
      ? sql<SqlBool>`(item.lead_unit_id = ${unitId} or ${unitId} = any(item.supporting_unit_ids))`
      : undefined,
  ]
}

/**
 * Lead and support stand in one table with one index, so that one condition finds both. A unit's rules of the desk
 * (`waits`) name their units themselves, by a narrower index.
 */
function hasDuty(unitIds: readonly string[], filter: ItemFilter): Condition {
  return sql<SqlBool>`item.id in (${dutiesOf(unitIds, isOfOpen(filter))})`
}

/** Ids of the items that units lead or support now, of the open ones by a narrow index. */
export function dutiesOf(unitIds: readonly string[], isOfOpen: boolean): RawBuilder<unknown> {
  return sql`select duty.item_id from ledger.duty
    where duty.tenant_id = ${thisTenant} and duty.unit_id = any(${unitIds}::uuid[])
      ${isOfOpen ? sql`and duty.item_stands = 'open'` : sql``}`
}

const CLOSED_STATES: ReadonlySet<string> = new Set(['closed', 'withdrawn'])
const CLOSED_LIGHTS: ReadonlySet<string> = new Set(['none', 'done', 'done-late'])

/** Whether a filter lets only open items through. */
export function isOfOpen({ isOpen, isOverdue, isDueSoon, state, light }: ItemFilter): boolean {
  const among = (values: readonly string[] | undefined, closed: ReadonlySet<string>) =>
    values?.every((each) => !closed.has(each)) ?? false
  const claims = [isOpen, isOverdue, isDueSoon]
  return claims.includes(true) || among(state, CLOSED_STATES) || among(light, CLOSED_LIGHTS)
}

/** At most three levels: what hangs under an item, or under what hangs under it. */
function inTree({ under, isLeaf, before }: ItemFilter) {
  const rows = itemRows(before)
  return [
    under &&
      sql<SqlBool>`(item.parent_id = ${under} or item.parent_id in (
        select middle.id from ${rows} middle where middle.tenant_id = ${thisTenant} and middle.parent_id = ${under}))`,
    claim(
      isLeaf,
      sql`not exists (select from ${rows} part
        where part.tenant_id = ${thisTenant} and part.parent_id = item.id and part.state <> 'withdrawn')`,
    ),
  ]
}

/** What the actor's units lead or support, with the words that are looked for. */
function ofActor(filter: ItemFilter): (Condition | null)[] {
  const { scope, before, waits, words = [], rareWord, isPage } = filter
  const isScoped = scope !== null && before === null && !waits?.startsWith('unit.')
  if (isScoped && words.length > 0 && !isPage) return [hasWords(scope, words, isOfOpen(filter))]
  return [isScoped ? hasDuty(scope, filter) : null, ...words.map((word) => has(word, word === rareWord))]
}

/** A unit's items with some words: never more than the unit has are looked at. */
function hasWords(unitIds: readonly string[], words: readonly string[], isOfOpen: boolean): Condition {
  return sql<SqlBool>`item.id = any(array(${dutiesOf(unitIds, isOfOpen)} ${dutyHasWords(words)}))`
}

/**
 * Duties one by one, each asked for the words. How many items have a word cannot be known where most are hidden, and of a
 * word that none has the database would walk through a million. `offset 0` keeps it from turning the questions into a join.
 */
export function dutyHasWords(words: readonly string[]): RawBuilder<unknown> {
  if (words.length === 0) return sql``
  const each = words.map(
    (word) => sql`and exists (select from ledger.item_word where item_word.tenant_id = ${thisTenant}
      and item_word.word = ${word} and item_word.item_id = duty.item_id offset 0)`,
  )
  return sql.join(each, sql` `)
}

/** What a search has found, for its page: sought once, and by nothing but the ids. */
export function ofFound(filter: ItemFilter, ids: readonly string[]): ItemFilter {
  const { words: _, rareWord: __, substrings: ___, ...others } = filter
  return { ...others, id: [...ids], scope: null }
}

/** A condition for each word: of a frequent one the database probes the items in their order, from a rare one it begins. */
function has(word: string, isRare: boolean): Condition {
  const found = sql`select item_id from ledger.item_word where tenant_id = ${thisTenant} and word = ${word}`
  return isRare ? sql<SqlBool>`item.id = any(array(${found}))` : sql<SqlBool>`item.id in (${found})`
}

function contains(substring: string, isPage: boolean): Condition {
  const pattern = `%${substring.replace(/[\\%_]/g, '\\$&')}%`
  // Without capitals there is nothing to fold: `like` reads a million items in a fifth of the time.
  const like = substring.toLowerCase() === substring.toUpperCase() ? sql`like` : sql`ilike`
  const found = sql<SqlBool>`(item.title ${like} ${pattern} or item.content ${like} ${pattern} or item.number ${like} ${pattern}
    or item.external_number ${like} ${pattern})`
  // `coalesce` hides from the planner that it takes patterns for rare: for one page it would read and sort all.
  return isPage ? sql<SqlBool>`coalesce(${found}, false)` : found
}
