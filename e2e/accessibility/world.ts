import type { Browser } from 'playwright-core'
import { messySheet } from '../import/messy-sheet.ts'
import { seedIndicators } from '../indicators/seed-indicators.ts'
import { movableClock } from '../movable-clock.ts'
import { openQuarterdeck, type RunningQuarterdeck } from '../open-quarterdeck.ts'
import { enrol, type Person, personOf } from './people.ts'
import { type SeededFigures, seedFigures } from './seed-figures.ts'
import { seedLedger } from './seed-ledger.ts'
import { seedOffice } from './seed-office.ts'
import { type SeededReviews, seedReviews } from './seed-reviews.ts'

/** Who looks: nobody, people of the sample, and one who has a duty to do first. */
export type Who =
  | 'nobody'
  | 'duban'
  | 'qingdu'
  | 'statistician'
  | 'auditor'
  | 'sysadmin'
  | 'secadmin'
  | 'auditadmin'

/** The fictional city on the day after a review, with something on every screen. */
export interface World extends SeededReviews, SeededFigures {
  readonly house: RunningQuarterdeck
  readonly people: Readonly<Record<Who, Person>>
  /** A spreadsheet that was read, whose columns wait for a person. */
  readonly sheetId: string
  /** Ids of items by title. */
  readonly items: ReadonlyMap<string, string>
  close(): Promise<void>
}

export async function openWorld(browser: Browser): Promise<World> {
  const clock = movableClock('2023-10-26')
  const house = { ...(await openQuarterdeck({ pack: 'riverport', clock })), clock }
  const people: Partial<Record<Who, Person>> = {}
  for (const who of [
    'duban',
    'qingdu',
    'statistician',
    'auditor',
    'sysadmin',
    'secadmin',
    'auditadmin',
  ] as const)
    people[who] = await personOf(browser, house, who)
  people.nobody = await personOf(browser, house)
  const { duban, qingdu, statistician, sysadmin, secadmin } = people as Record<Who, Person>
  await enrol(sysadmin, house.passwords.sysadmin!, clock)
  await enrol(secadmin, house.passwords.secadmin!, clock)
  await sysadmin.send('post', '/api/accounts', { username: 'heting', name: '鹤汀区联络员', unitId: null })
  const system = house.asSystem()
  await seedIndicators(system)
  const figures = await seedFigures({ system, statistician, liaison: qingdu })
  await house.runJob('indicators.watch')
  const sheet = await duban.sendFile('/api/sheets', messySheet())
  const items = await seedLedger(duban, qingdu, clock.today())
  const reviews = await seedReviews(system, duban)
  await seedOffice(duban, house.passwords.duban!, clock.today())
  return {
    house,
    people: people as Record<Who, Person>,
    items,
    sheetId: sheet.id,
    ...figures,
    ...reviews,
    async close() {
      for (const { context } of Object.values(people)) await context.close()
      await house.close()
    },
  }
}
