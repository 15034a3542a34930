import pg from 'pg'
import { dayNumber } from '../../src/kernel/day-number.ts'
import { makeCalendar } from '../../src/kernel/working-calendar.ts'
import { readNationalCalendar } from '../../src/kernel/working-calendar-pack.ts'
import {
  clockOn,
  DEFAULT_SETTINGS,
  type NewItem,
  presetRuleSets,
  turnsOf,
} from '../../src/modules/ledger/testing.ts'
import type { Script } from './run-bare.ts'
import { itemInventor } from './seed/invent-item.ts'
import { seededRandom } from './seed/random.ts'

const SAMPLE = 100_000

/** The lights of so many items: their turning days and their lights by the rules, and all counted by light in SQL. */
export async function measureLights(
  count: number,
  options: { url: string; scope: Script; today: string },
): Promise<string[]> {
  const { url, scope, today } = options
  const calendar = makeCalendar({ national: readNationalCalendar(), overrides: [], completedYears: [] })
  const rules = presetRuleSets().find(({ key }) => key === DEFAULT_SETTINGS.lightRuleSet)!
  const items = sampleItems({ rules, calendar, today })
  const perItem = (work: (item: (typeof items)[number]) => unknown) => {
    const started = performance.now()
    for (let done = 0; done < count; done++) work(items[done % items.length]!)
    return ((performance.now() - started) / 1000).toFixed(2)
  }
  const turning = perItem((item) => turnsOf(item, { rules, calendar }))
  const lights = perItem((item) => clockOn(item, today))
  const inSql = await countLights(url, scope)
  return [
    `lights of ${count} items: turning days by the rules ${turning} s; light, expected progress and lateness of a day from them ${lights} s`,
    `lights of all stored items, counted by light in SQL under row-level security: ${inSql} s`,
  ]
}

function sampleItems({
  rules,
  calendar,
  today,
}: Pick<Parameters<typeof itemInventor>[0], 'rules' | 'calendar'> & { today: string }) {
  const last = dayNumber(today)
  const ids = { tenantId: '', cityUnitId: null, unitIds: [''] }
  const invent = itemInventor(
    { ...ids, random: seededRandom(1), rules, calendar, first: last - 2190, today: last },
    SAMPLE,
  )
  return Array.from({ length: SAMPLE }, (_, index): NewItem & { number: string; version: number } => ({
    ...invent(index).item,
    number: '',
    version: 1,
  }))
}

async function countLights(url: string, scope: Script): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const times: number[] = []
    for (let run = 0; run < 3; run++) {
      for (const { text, values } of scope) await client.query(text, [...values])
      const started = performance.now()
      await client.query(`select case
          when state = 'withdrawn' then 'none' when state = 'suspended' then 'paused'
          when state = 'closed' then case when was_late then 'done-late' else 'done' end
          when red_from <= current_date then 'red' when orange_from <= current_date then 'orange'
          when yellow_from <= current_date then 'yellow' when blue_from <= current_date then 'blue'
          when due_on is null then 'none' else 'green' end as light, count(*)
        from ledger.item group by 1`)
      times.push(performance.now() - started)
      await client.query('rollback')
    }
    return `${(times[0]! / 1000).toFixed(2)} first, ${(Math.min(...times) / 1000).toFixed(2)} at best`
  } finally {
    await client.end()
  }
}
