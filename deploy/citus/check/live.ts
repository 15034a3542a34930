import { modules } from '../../../src/apps/modules.ts'
import { fixedClock } from '../../../src/kernel/clock.ts'
import { addAccount, signInOver } from '../../../src/modules/identity/testing.ts'
import { AskTable, leagueTable } from '../../../src/modules/indicators/index.ts'
import { createItem } from '../../../src/modules/ledger/commands/create-item.ts'
import { addLink } from '../../../src/modules/ledger/commands/evidence/add-evidence.ts'
import { settleClosed } from '../../../src/modules/ledger/commands/settle-closed.ts'
import { closeItem } from '../../../src/modules/ledger/commands/steps/close-item.ts'
import { dispatchItem } from '../../../src/modules/ledger/commands/steps/dispatch-item.ts'
import { reportCompletion } from '../../../src/modules/ledger/commands/steps/report-completion.ts'
import { reviewItem } from '../../../src/modules/ledger/commands/steps/review-item.ts'
import { signItem } from '../../../src/modules/ledger/commands/steps/sign-item.ts'
import { takeUpItem } from '../../../src/modules/ledger/commands/steps/take-up-item.ts'
import { getItem } from '../../../src/modules/ledger/queries/get-item.ts'
import {
  CheckSheet,
  checkImport,
  getImport,
  newItem,
  startImport,
  uploadSheet,
} from '../../../src/modules/ledger/testing.ts'
import type { Database } from '../../../src/platform/database/index.ts'
import { buildServer } from '../../../src/platform/http/index.ts'
import { verifyJournal } from '../../../src/platform/journal/index.ts'
import { drainJobs } from '../../../src/platform/testing/index.ts'
import type { CheckCity } from './two-cities.ts'

export const CLOCK = fixedClock('2024-04-10T02:00:00Z')
const REPORT = { done: 'done', next: '', problems: '', support: '' }

/** An item from its entry to its close, by an officer and by the unit that leads it. */
export async function liveItem(city: CheckCity): Promise<void> {
  const [officer, unit] = [city.as('officer'), city.as('liaison', 'yunbo')]
  const due = { leadUnitId: city.unitId('yunbo'), startOn: '2024-04-01', dueOn: '2024-04-30' }
  const { id } = await createItem(officer, newItem({ title: '打通断头路三条', ...due }))
  await reviewItem(officer, id, { version: 1 })
  await dispatchItem(officer, id, { duties: [], note: '' })
  await signItem(unit, id, {})
  const { id: evidenceId } = await addLink(unit, id, { url: 'https://yunbo.example/road', note: '' })
  await reportCompletion(unit, id, { ...REPORT, evidenceIds: [evidenceId] })
  await takeUpItem(officer, id, {})
  const findings = { method: 'on-site', thirdParty: '', findings: 'seen', recheckAfterDays: null } as const
  const closed = await closeItem(officer, id, findings)
  if (closed.state !== 'closed') throw new Error(`the item is ${closed.state}, should be closed`)
  // What belongs to the item is shown to a unit by a policy that asks for the item on the machine of its rows.
  const { evidence } = await getItem(unit, id)
  if (evidence.length !== 1) throw new Error(`the unit sees ${evidence.length} pieces of evidence, not 1`)
  await settleClosed(city.system)
}

/** A sheet of items by the job that imports them. */
export async function importSheet(city: CheckCity, database: Database): Promise<void> {
  const officer = city.as('officer')
  const text = [
    '编号,事项,牵头单位',
    ...Array.from({ length: 50 }, (_, at) => `批-${at},第${at}项工作,云泊新区`),
  ]
  const bytes = new TextEncoder().encode(text.join('\n'))
  const { id, columns, options } = await uploadSheet(officer, { bytes, fileName: 'sheet.csv' })
  await checkImport(officer, id, CheckSheet.parse({ columns: columns.map(({ field }) => field), options }))
  await drainJobs({ database, clock: CLOCK })
  await startImport(officer, id)
  await drainJobs({ database, clock: CLOCK })
  const { state, counts } = await getImport(officer, id)
  if (state !== 'done') throw new Error(`the import is ${state}: ${JSON.stringify(counts)}`)
}

export async function askTable(city: CheckCity): Promise<void> {
  const table = await leagueTable(
    city.as('leader', 'yunbo'),
    'industry-output',
    AskTable.parse({ period: '2024-01' }),
  )
  if (table.rows.length === 0) throw new Error('the league table is empty')
}

export async function verify(city: CheckCity, database: Database): Promise<void> {
  const verdict = await verifyJournal(database, city.tenant.id)
  if (verdict.kind !== 'whole')
    throw new Error(`the journal of ${city.tenant.key} is ${JSON.stringify(verdict)}`)
}

/** Of the oldest city, to which a sign-in without another word goes. */
export async function signInAndAsk(city: CheckCity, database: Database): Promise<void> {
  await addAccount(city.system, { role: 'officer' })
  const server = await buildServer({ database, modules, clock: CLOCK, strict: false })
  try {
    const { headers } = await signInOver(server, 'officer')
    const urls = [
      '/api/items',
      '/api/items/statistics?by=unit',
      '/api/desk',
      '/api/items?q=工作&page=1',
      '/api/items/board',
    ]
    for (const url of urls) {
      const response = await server.inject({ url, headers })
      if (response.statusCode >= 400) throw new Error(`${url}: ${response.statusCode} ${response.body}`)
    }
  } finally {
    await server.close()
  }
}
