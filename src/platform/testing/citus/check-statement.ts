import { isConstant, type Level, queriesIn, readLevel, unboundTables } from './level.ts'
import { as, listOf, namesIn, type Syntax, walk } from './syntax.ts'

export interface Rules {
  /** Whether `schema.table` belongs to tenants, and so is distributed by `tenant_id`. */
  isOfTenant(table: string): boolean
  /** Whether `schema.table` is copied to every machine. */
  isReference(table: string): boolean
  /** Whether a function is known to be stable or volatile in every form of it. */
  isMutable(name: string): boolean
}

/**
 * Why Citus could not send the statement to one machine, or refuses it outright; empty when neither. Source of each
 * rule: docs/decisions/0032 (multi_router_planner.c, insert_select_planner.c and others of citusdata/citus 12/13).
 */
export function checkStatement(statement: Syntax, rules: Rules): string[] {
  const problems = new Set<string>()
  checkQuery(statement, new Set(), { rules, problems })
  return [...problems]
}

interface Findings {
  rules: Rules
  problems: Set<string>
}

function checkQuery(node: Syntax, outer: ReadonlySet<string>, findings: Findings): void {
  const [kind, content] = Object.entries(node)[0] as [string, Syntax]
  const known = new Set(outer)
  const common = (content.withClause as Syntax | undefined)?.ctes
  for (const each of listOf(common)) {
    const cte = as('CommonTableExpr', each)!
    known.add(String(cte.ctename))
  }
  for (const each of listOf(common)) {
    const query = as('CommonTableExpr', each)!.ctequery as Syntax
    if (!('SelectStmt' in query))
      findings.problems.add('changes rows in a `with` (router planner: select only)')
    checkQuery(query, known, findings)
  }
  if (kind === 'SelectStmt') checkSelect(content, known, findings)
  else if (kind === 'UpdateStmt') checkChange(content, 'fromClause', known, findings)
  else if (kind === 'DeleteStmt') checkChange(content, 'usingClause', known, findings)
  else if (kind === 'InsertStmt') checkInsert(content, known, findings)
  else if (kind === 'MergeStmt') findings.problems.add('merges')
  else if (kind === 'DeclareCursorStmt') checkQuery(content.query as Syntax, known, findings)
}

function checkSelect(select: Syntax, known: ReadonlySet<string>, findings: Findings): void {
  if (select.op !== undefined && select.op !== 'SETOP_NONE') {
    for (const side of [select.larg, select.rarg]) checkQuery({ SelectStmt: side }, known, findings)
    return
  }
  const level = readLevel({ from: select.fromClause, where: select.whereClause })
  checkLevel(level, known, findings)
  const { fromClause, whereClause, withClause, ...rest } = select
  const functions = listOf(fromClause).filter((source) => as('RangeSubselect', source) === undefined)
  for (const query of [...level.subqueries, ...queriesIn(onlyExpressions(functions), whereClause, rest)])
    checkQuery(query, known, findings)
}

/** Sources without the queries that stand in `from` themselves: these are read by the level. */
function onlyExpressions(sources: readonly unknown[]): unknown[] {
  return sources.flatMap((source) => {
    const join = as('JoinExpr', source)
    if (join) return [...onlyExpressions([join.larg, join.rarg]), join.quals]
    return as('RangeSubselect', source) ? [] : [source]
  })
}

function checkChange(
  change: Syntax,
  sources: 'fromClause' | 'usingClause',
  known: ReadonlySet<string>,
  findings: Findings,
): void {
  const { relation, whereClause, targetList, returningClause } = change
  const level = readLevel({ from: change[sources], where: whereClause, target: relation })
  checkLevel(level, known, findings)
  checkMutable({ targetList, returningClause }, 'a change', findings)
  const others = onlyExpressions(listOf(change[sources]))
  for (const query of [...level.subqueries, ...queriesIn(others, whereClause, targetList, returningClause)])
    checkQuery(query, known, findings)
}

function checkInsert(insert: Syntax, known: ReadonlySet<string>, findings: Findings): void {
  const relation = insert.relation as Syntax
  const table = `${relation.schemaname}.${relation.relname}`
  const source = as('SelectStmt', insert.selectStmt)
  const isOfTenant = findings.rules.isOfTenant(table)
  const columns = listOf(insert.cols).map((column) => String(as('ResTarget', column)?.name))
  if (isOfTenant && source) {
    const at = columns.indexOf('tenant_id')
    if (at < 0) findings.problems.add(`${table}: the columns do not name tenant_id`)
    const rows = listOf(source.valuesLists).map((row) => listOf(as('List', row)?.items))
    if (at >= 0 && rows.some((row) => !isConstant(row[at])))
      findings.problems.add(`${table}: tenant_id is not a parameter`)
    // Otherwise the coordinator sends the rows by COPY, which row-level security forbids (insert_select_executor.c, copy.c).
    if (rows.length === 0 && !insert.onConflictClause && !insert.returningClause)
      findings.problems.add(`${table}: insert … select needs \`returning\` or \`on conflict\``)
  }
  const conflict = insert.onConflictClause as Syntax | undefined
  if (isOfTenant)
    checkMutable({ conflict, returning: insert.returningClause }, 'on conflict or returning', findings)
  if (source) checkQuery({ SelectStmt: source }, known, findings)
  for (const query of queriesIn(conflict, insert.returningClause)) checkQuery(query, known, findings)
}

function checkLevel(level: Level, known: ReadonlySet<string>, { rules, problems }: Findings): void {
  const tables = [...level.tables.values()].filter((table) => table.includes('.') || !known.has(table))
  for (const table of unboundTables(level))
    if (rules.isOfTenant(table)) problems.add(`${table} stands without its tenant`)
  if (!tables.some((table) => rules.isOfTenant(table))) return
  for (const table of tables)
    if (!rules.isOfTenant(table) && !rules.isReference(table))
      problems.add(`${table} is on the coordinator only and stands beside a table of tenants`)
}

/** Functions that are not immutable are refused where rows are changed (ModifyQuerySupported). */
function checkMutable(parts: unknown, where: string, { rules, problems }: Findings): void {
  walk(parts, (kind, content) => {
    if (kind === 'SelectStmt') return true
    const name = kind === 'FuncCall' ? namesIn(content.funcname).at(-1) : undefined
    if (name !== undefined && rules.isMutable(name)) problems.add(`${name}() in ${where} is not immutable`)
    if (kind === 'SQLValueFunction') problems.add(`the current time in ${where} is not immutable`)
    return false
  })
}
