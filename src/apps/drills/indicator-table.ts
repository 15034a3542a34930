import { setTimeout as sleep } from 'node:timers/promises'
import { ask, type DrillSession } from './drill-session.ts'
import { withClient } from './hold-against.ts'

/** Vintages and values of one source that stand in the database. */
export interface Table {
  vintages: number
  values: number
}

interface Sheet {
  id: string
  state: string
  mapping: { table: object }
  findings?: { id: string; severity: string }[]
}

const UNITS = ['青渡区', '望汐区', '锦汀区', '云泊新区', '鹤汀区']

/** Defines an indicator, uploads a table of it and has it checked, up to where a person says: publish. */
export async function prepareTable(
  address: string,
  session: DrillSession,
  { name, periods }: { name: string; periods: number },
): Promise<{ id: string; values: number }> {
  const call = <T>(path: string, body: unknown) => ask<T>(address, session, { path, body })
  const indicator = { code: name, name, measure: '亿元', frequency: 'month' }
  await call('/api/indicators', indicator)
  const months = Array.from(
    { length: periods },
    (_, at) => `${2010 + Math.floor(at / 12)}年${(at % 12) + 1}月`,
  )
  // Slowly growing, so that nothing in it is worth a question.
  const rows = UNITS.map((unit, row) => [unit, ...months.map((_, at) => 1000 + row * 100 + at)])
  const lines = [['单位', ...months], ...rows].map((cells) => cells.join(','))
  const form = new FormData()
  form.append('file', new File([lines.join('\n')], '月报.csv'))
  const { id, mapping } = await call<Sheet>('/api/indicator-sheets', form)
  await call(`/api/indicator-sheets/${id}/check`, {
    ...mapping,
    table: { ...mapping.table, indicator: name, measure: '亿元' },
  })
  await untilState(address, session, { id, state: 'ready' })
  return { id, values: UNITS.length * periods }
}

export const untilPublished = (address: string, session: DrillSession, id: string): Promise<void> =>
  untilState(address, session, { id, state: 'done' })

/** @throws Error when the import ends otherwise, or takes longer than two minutes */
async function untilState(
  address: string,
  session: DrillSession,
  { id, state }: { id: string; state: string },
): Promise<void> {
  const deadline = performance.now() + 120_000
  for (;;) {
    const sheet = await ask<Sheet>(address, session, { path: `/api/indicator-sheets/${id}`, method: 'GET' })
    if (sheet.state === state) return
    if (sheet.state === 'failed' || performance.now() > deadline)
      throw new Error(`The import is "${sheet.state}", should be "${state}": ${JSON.stringify(sheet)}`)
    await sleep(30)
  }
}

export function tableIn(url: string, source: string): Promise<Table> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Table>(
      `select count(distinct vintage.number)::int as vintages,
        coalesce(sum(cardinality(block.values)), 0)::int as values
      from indicators.vintage join indicators.block on block.tenant_id = vintage.tenant_id
        and block.vintage = vintage.number where source = $1`,
      [source],
    )
    return rows[0]!
  })
}
