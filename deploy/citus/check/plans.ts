import { sql } from 'kysely'
import type { Database } from '../../../src/platform/database/index.ts'

export interface Sent {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

const CHANGES_OR_ASKS = /^\s*(?:select|with|insert|update|delete)\b/i

/** Explains what was sent, as the tenant, changing nothing; a line for each statement that more than one task serves. */
export async function explainAll(
  sent: Iterable<Sent>,
  database: Database,
  tenantId: string,
): Promise<string[]> {
  const faults: string[] = []
  for (const { sql: text, parameters } of sent) {
    if (!CHANGES_OR_ASKS.test(text)) continue
    const fault = await explain({ sql: text, parameters }, database, tenantId)
    if (fault) faults.push(`${fault}\n    ${text.replace(/\s+/g, ' ').slice(0, 300)}`)
  }
  return faults
}

async function explain(sent: Sent, database: Database, tenantId: string): Promise<string | undefined> {
  const undone = new Error('undone')
  let plan = ''
  try {
    await database.forTenant({ tenantId }, async (tx) => {
      const pieces = sent.sql.split(/\$\d+/)
      const order = [...sent.sql.matchAll(/\$(\d+)/g)].map(([, at]) => sent.parameters[Number(at) - 1])
      const query = sql<Record<string, string>>(
        [`explain (costs off) ${pieces[0]!}`, ...pieces.slice(1)] as never,
        ...order,
      )
      const { rows } = await query.execute(tx)
      plan = rows.map((row) => Object.values(row)[0]).join('\n')
      throw undone
    })
  } catch (error) {
    if (error !== undone) return `refused: ${(error as Error).message}`
  }
  const tasks = [...plan.matchAll(/Task Count: (\d+)/g)].map(([, count]) => Number(count))
  return tasks.some((count) => count > 1) ? `asks ${Math.max(...tasks)} parts` : undefined
}
