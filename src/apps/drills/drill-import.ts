import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './drill-session.ts'
import { withClient } from './hold-against.ts'
import type { ServedCity } from './served-city.ts'

interface Sheet {
  id: string
  state: string
  columns: { field: string | null }[]
  options: unknown
}

export interface ImportDrill {
  rows: number
  name: string
}

/** Uploads a sheet and has it entered as a person does; `at` is called when its rows are being entered. */
export async function importSheetUntil(
  city: Pick<ServedCity, 'address' | 'officer'>,
  drill: ImportDrill,
  at: () => Promise<void>,
): Promise<string> {
  const id = await prepareSheet(city, drill)
  await startSheet(city, id)
  await at()
  return id
}

export async function startSheet(
  { address, officer }: Pick<ServedCity, 'address' | 'officer'>,
  id: string,
): Promise<void> {
  await ask(address, officer, { path: `/api/sheets/${id}/start` })
}

/** Up to where a person says: enter. */
export async function prepareSheet(
  city: Pick<ServedCity, 'address' | 'officer'>,
  { rows, name }: ImportDrill,
): Promise<string> {
  const lines = Array.from({ length: rows }, (_, row) => `${name}-${row},${name}-${row},云泊新区`)
  const file = new File([['编号,事项,牵头单位', ...lines].join('\n')], '台账.csv')
  const form = new FormData()
  form.append('file', file)
  const call = (path: string, body?: unknown) => ask<Sheet>(city.address, city.officer, { path, body })
  const { id, columns, options } = await call('/api/sheets', form)
  await call(`/api/sheets/${id}/check`, { columns: columns.map(({ field }) => field), options })
  await untilState(city, id, 'ready')
  return id
}

/** @throws Error when the import ends otherwise, or takes longer than two minutes */
export async function untilState(
  { address, officer }: Pick<ServedCity, 'address' | 'officer'>,
  id: string,
  state: string,
): Promise<void> {
  const deadline = performance.now() + 120_000
  for (;;) {
    const sheet = await ask<Sheet>(address, officer, { path: `/api/sheets/${id}`, method: 'GET' })
    if (sheet.state === state) return
    if (sheet.state === 'failed' || performance.now() > deadline)
      throw new Error(`The import is "${sheet.state}", should be "${state}"`)
    await sleep(50)
  }
}

/** Waits until rows are being entered: a transaction that has written and not committed. */
export function untilEntering(url: string): Promise<void> {
  return withClient(url, async (client) => {
    for (;;) {
      const { rows } = await client.query(
        `select from pg_locks where mode = 'RowExclusiveLock' and granted
          and relation = 'ledger.item_word'::regclass`,
      )
      if (rows.length > 0) return
      await sleep(5)
    }
  })
}

export async function countRows(url: string, name: string): Promise<{ stored: number; distinct: number }> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ stored: number; distinct: number }>(
      `select count(*)::int as stored, count(distinct title)::int as distinct
        from ledger.item where title like $1`,
      [`${name}-%`],
    )
    return rows[0]!
  })
}
