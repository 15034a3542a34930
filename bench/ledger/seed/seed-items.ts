import { dayNumber } from '../../../src/kernel/day-number.ts'
import { makeCalendar } from '../../../src/kernel/working-calendar.ts'
import { readNationalCalendar } from '../../../src/kernel/working-calendar-pack.ts'
import { DEFAULT_SETTINGS, presetRuleSets } from '../../../src/modules/ledger/testing.ts'
import type { createCopier } from './copier.ts'
import { type InventedItem, itemInventor, type Surroundings } from './invent-item.ts'
import { itemLoads } from './item-rows.ts'
import { seededRandom } from './random.ts'

interface Seeding {
  readonly tenantId: string
  readonly cityUnitId: string | null
  readonly unitIds: readonly string[]
  readonly today: string
  readonly count: number
  /** Numbers given out before: a city's pack brings items of its own. */
  readonly lastOfYear: ReadonlyMap<number, number>
}

/** What the journal needs to know of an item. */
export interface SeededItem {
  readonly id: string
  readonly number: string
  readonly createdAt: string
}

/** The ledger was begun so many days ago. */
const DAYS = 2190
const BATCH = 20_000

/** Fills the ledger's tables; returns the items in the order in which they were entered. */
export async function seedItems(
  copier: ReturnType<typeof createCopier>,
  seeding: Seeding,
): Promise<{ items: SeededItem[]; lastOfYear: ReadonlyMap<number, number> }> {
  const inventOne = itemInventor(surroundings(seeding), seeding.count)
  const lastOfYear = new Map(seeding.lastOfYear)
  const items: SeededItem[] = []
  let batch: (InventedItem & { sequence: number })[] = []
  for (let index = 0; index < seeding.count; index++) {
    const invented = inventOne(index)
    const { id, year, createdAt } = invented.item
    const sequence = (lastOfYear.get(year) ?? 0) + 1
    lastOfYear.set(year, sequence)
    items.push({ id, number: `${year}-${String(sequence).padStart(4, '0')}`, createdAt })
    batch.push({ ...invented, sequence })
    if (batch.length < BATCH && index < seeding.count - 1) continue
    await copier.load(itemLoads(batch))
    batch = []
  }
  return { items, lastOfYear }
}

/** Today, the settings and the rules are those of a ledger that nobody has configured. */
function surroundings({ tenantId, cityUnitId, unitIds, today }: Seeding): Surroundings {
  const calendar = makeCalendar({ national: readNationalCalendar(), overrides: [], completedYears: [] })
  const rules = presetRuleSets().find(({ key }) => key === DEFAULT_SETTINGS.lightRuleSet)!
  const last = dayNumber(today)
  return {
    random: seededRandom(2024),
    tenantId,
    cityUnitId,
    unitIds,
    rules,
    calendar,
    first: last - DAYS,
    today: last,
  }
}
