import type { Module } from '../../module.ts'
import type { Database } from '../database.ts'
import { readPlan } from './distribute.ts'

/**
 * What `migrate --citus` runs on a database of this version, to be read by whoever runs the cluster. Partitions are left
 * out: which there are depends on the day.
 */
export async function distributionScript(database: Database, modules: readonly Module[]): Promise<string> {
  const { tables, steps } = await database.owner.transaction().execute((tx) => readPlan(tx, modules, []))
  const parts = steps.map(({ title, statements }) => {
    const kept = statements.filter((statement) => !namesPartition(statement, tables))
    return `-- ${title}\n${kept.map((statement) => `${statement};`).join('\n')}`
  })
  return `${HEAD}\n\nbegin;\n\n${parts.join('\n\n')}\n\ncommit;\n`
}

/** Triggers that stand on a partition only. */
function namesPartition(statement: string, tables: readonly string[]): boolean {
  const table = /^(?:drop|create) trigger .*? on ([\w.]+)/is.exec(statement)?.[1]
  return table !== undefined && !tables.includes(table)
}

const HEAD = `-- Written by \`npm run citus:script\`; a test fails when it is out of date. \`quarterdeck migrate --citus\` runs the same
-- from the database's own catalogue, with the partitions that there are, after it has prepared role and settings.`
