import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'libpg-query'
import { modules } from '../../../apps/modules.ts'
import { REFERENCE_TABLES } from '../../database/reference-tables.ts'
import { checkStatement, type Rules } from './check-statement.ts'
import { type Recorded, STATEMENTS } from './record-statements.ts'
import type { Syntax } from './syntax.ts'

/** What a test file sends itself, to look past the application, is not the application's. */
const BY_TESTS = /\.test\.ts|\/testing\/|testing\.ts|^e2e\/|^$/

export interface Catalogue {
  tables: ReadonlySet<string>
  mutable: ReadonlySet<string>
}

/** One line for each statement of the run that Citus would not send to one machine, with the reasons and who sent it. */
export async function checkRecorded(runFolder: string, catalogue: Catalogue): Promise<string[]> {
  const names = (await readdir(runFolder)).filter((name) => name.startsWith(STATEMENTS))
  const texts = await Promise.all(names.map((name) => readFile(join(runFolder, name), 'utf8')))
  const recorded = new Map<string, Recorded>()
  for (const line of texts.join('').split('\n').filter(Boolean)) {
    const one = JSON.parse(line) as Recorded
    if (!BY_TESTS.test(one.at)) recorded.set(one.sql, one)
  }
  // For a real cluster, which explains each of them (deploy/citus/check.ts).
  const keep = process.env.QUARTERDECK_KEEP_STATEMENTS
  if (keep) await writeFile(keep, [...recorded.values()].map((one) => `${JSON.stringify(one)}\n`).join(''))
  const rules = rulesOf(catalogue)
  const faults: string[] = []
  for (const { sql, at } of recorded.values()) {
    const problems = await problemsOf(sql, rules)
    if (problems.length > 0)
      faults.push(`${at}: ${problems.join('; ')}\n    ${sql.replace(/\s+/g, ' ').slice(0, 400)}`)
  }
  return faults.sort()
}

function rulesOf({ tables, mutable }: Catalogue): Rules {
  const reference = new Set(
    Object.keys(Object.assign({}, REFERENCE_TABLES, ...modules.map((module) => module.referenceTables))),
  )
  return {
    isReference: (table) => reference.has(table),
    isOfTenant: (table) => tables.has(table) && !reference.has(table),
    isMutable: (name) => mutable.has(name),
  }
}

async function problemsOf(sql: string, rules: Rules): Promise<string[]> {
  try {
    const { stmts = [] } = await parse(sql)
    return stmts.flatMap(({ stmt }) => checkStatement(stmt as Syntax, rules))
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : String(error)}`]
  }
}
