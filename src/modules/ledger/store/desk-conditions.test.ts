import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openTestCity } from '../../../platform/testing/index.ts'
import { deskCondition } from './desk-conditions.ts'
import { isOverdue } from './light-condition.ts'

const ON = '2024-04-10'

it('What is red on the office’s desk is all that is red with a unit and not yet late', async () => {
  const city = await openTestCity()
  const red = deskCondition('office.red', { on: ON, soonDays: 3, scope: null, before: null })
  const { rows } = await city.as('officer').transaction((tx) =>
    sql<{ isFound: boolean; isMeant: boolean }>`select coalesce(${red}, false) as "isFound",
        item.state in ('dispatched', 'signed', 'in-progress', 'returned') and item.red_from <= ${ON}::date
          and not coalesce(${isOverdue(ON)}, false) as "isMeant"
      from (select * from unnest('{draft,dispatched,signed,in-progress,reported,returned,suspended,closed}'::text[]) state,
        unnest('{2024-04-09,2024-04-10,2024-04-11,infinity}'::date[]) red_from,
        unnest('{2024-04-08,2024-04-09,2024-04-10,2024-04-11,null}'::date[]) due_on,
        unnest('{2024-04-08,2024-04-09,2024-04-10,null}'::date[]) reported_on) item`.execute(tx),
  )
  await city.close()
  expect(rows).toHaveLength(8 * 4 * 5 * 4)
  expect(rows.filter(({ isMeant }) => isMeant).length).toBeGreaterThan(50)
  expect(rows.filter(({ isFound, isMeant }) => isFound !== isMeant)).toEqual([])
})
