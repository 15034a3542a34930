import { as, listOf, namesIn, type Syntax, walk } from './syntax.ts'

/** The tables and conditions that stand on one level of a statement, without those of its subqueries. */
export interface Level {
  /** By the name under which the level calls it. */
  readonly tables: Map<string, string>
  /** Names of tables whose tenant is compared with a constant or parameter. */
  readonly bound: Set<string>
  /** `tenant_id` of the first fixes that of the second. */
  readonly edges: [string, string][]
  /** Queries in `from`, each a level of its own. */
  readonly subqueries: Syntax[]
  /** A table of a join that merges the columns `tenant_id` of both sides (`using`). */
  merged?: string
}

/** Reads `from` (or `using`) and the conditions; `target` is the table of an update or delete. */
export function readLevel(parts: { from: unknown; where: unknown; target?: unknown }): Level {
  const level: Level = { tables: new Map(), bound: new Set(), edges: [], subqueries: [] }
  if (parts.target) addSource({ RangeVar: parts.target }, level)
  const conditions: { node: unknown; outerSide?: ReadonlySet<string> }[] = [{ node: parts.where }]
  for (const source of listOf(parts.from)) addFrom(source, level, conditions)
  for (const { node, outerSide } of conditions) readCondition(node, level, outerSide)
  return level
}

/** Tables of the level without a tenant, not even through a table that they are joined to by it. */
export function unboundTables(level: Level): string[] {
  const reached = new Set(level.bound)
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const [from, to] of level.edges) if (reached.has(from)) reached.add(to)
  }
  return [...level.tables.keys()].filter((name) => !reached.has(name)).map((name) => level.tables.get(name)!)
}

type Conditions = { node: unknown; outerSide?: ReadonlySet<string> }[]

function addFrom(source: unknown, level: Level, conditions: Conditions): Set<string> {
  const join = as('JoinExpr', source)
  if (!join) return addSource(source, level)
  const left = addFrom(join.larg, level, conditions)
  const right = addFrom(join.rarg, level, conditions)
  // PostgreSQL carries a constant over an outer join to the side that may be missing, not back (reconsider_outer_join_clauses).
  const outerSide = join.jointype === 'JOIN_LEFT' ? right : join.jointype === 'JOIN_RIGHT' ? left : undefined
  conditions.push({ node: join.quals, ...(outerSide && { outerSide }) })
  if (namesIn(join.usingClause).includes('tenant_id')) {
    for (const one of left) for (const other of right) addEdge(level, [one, other], outerSide)
    level.merged = [...left][0]!
  }
  return new Set([...left, ...right])
}

function addSource(source: unknown, level: Level): Set<string> {
  const table = as('RangeVar', source)
  if (table) {
    const name = String((table.alias as Syntax | undefined)?.aliasname ?? table.relname)
    level.tables.set(name, table.schemaname ? `${table.schemaname}.${table.relname}` : String(table.relname))
    return new Set([name])
  }
  const query = as('RangeSubselect', source)
  if (query) level.subqueries.push(query.subquery as Syntax)
  return new Set()
}

function readCondition(node: unknown, level: Level, outerSide: ReadonlySet<string> | undefined): void {
  const all = as('BoolExpr', node)
  if (all?.boolop === 'AND_EXPR') {
    for (const each of listOf(all.args)) readCondition(each, level, outerSide)
    return
  }
  const equality = as('A_Expr', node)
  if (equality?.kind !== 'AEXPR_OP' || namesIn(equality.name)[0] !== '=') return
  const left = tenantOf(equality.lexpr, level)
  const right = tenantOf(equality.rexpr, level)
  if (left && right) addEdge(level, [left, right], outerSide)
  else if (left && isConstant(equality.rexpr)) level.bound.add(left)
  else if (right && isConstant(equality.lexpr)) level.bound.add(right)
}

function addEdge(
  level: Level,
  [one, other]: [string, string],
  outerSide: ReadonlySet<string> | undefined,
): void {
  if (!outerSide?.has(one)) level.edges.push([one, other])
  if (!outerSide?.has(other)) level.edges.push([other, one])
}

/** The table of this level whose `tenant_id` it is. */
function tenantOf(node: unknown, level: Level): string | undefined {
  const names = namesIn(as('ColumnRef', node)?.fields)
  if (names.at(-1) !== 'tenant_id') return undefined
  const table = names.at(-2) ?? (level.tables.size === 1 ? [...level.tables.keys()][0] : level.merged)
  return table !== undefined && level.tables.has(table) ? table : undefined
}

/** A parameter or constant, cast or not: what Citus knows when it plans (shard_pruning.c). */
export function isConstant(node: unknown): boolean {
  const cast = as('TypeCast', node)
  if (cast) return isConstant(cast.arg)
  return as('ParamRef', node) !== undefined || as('A_Const', node) !== undefined
}

/** The queries inside an expression, each a level of its own. */
export function queriesIn(...values: unknown[]): Syntax[] {
  const found: Syntax[] = []
  walk(values, (kind, content) => {
    if (kind !== 'SelectStmt') return false
    found.push({ SelectStmt: content })
    return true
  })
  return found
}
