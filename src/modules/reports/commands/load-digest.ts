import { createHash } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadRegister } from '../../units/index.ts'
import { Digest } from '../digest.ts'
import { decidedStatement } from '../rules/decisions/decided-statement.ts'
import { mayAccept } from '../rules/decisions/may-accept.ts'
import { readDigest } from '../rules/decisions/read-digest.ts'
import { findReportByHash } from '../store/reports.ts'
import { journalChange, type StatementChange, storeChange } from './statement-changes.ts'
import { storeReading } from './store-reading.ts'
import { type LoadedRegister, unitResolver } from './unit-resolver.ts'

/**
 * Loads a pack's digest as a report of format `digest`, its statements accepted by who loads it; one that may not
 * be accepted, a claim without a unit, stays proposed. May be repeated: a digest that is there already, word for
 * word, is left as it is.
 * @param content the parsed JSON of `packs/NAME/digests/*.json`
 * @throws `reports.malformed-digest`, `reports.unresolved-digest-unit`
 */
export async function loadDigest(
  ctx: Context,
  content: unknown,
): Promise<{ reportId: string; isNew: boolean }> {
  authorize(ctx, 'reports.import')
  authorize(ctx, 'reports.accept')
  const digest = parse(content)
  return ctx.transaction(async (tx) => {
    const register = await loadRegister(tx)
    const nextId = () => newId(ctx.clock.now().getTime())
    const id = nextId()
    const units = {
      byKey: keyLookup(register, digest.title),
      byName: unitResolver(register, digest.reportDate),
    }
    const read = readDigest(digest, units, { reportId: id, nextId })
    const bytes = Buffer.from(read.text)
    const contentHash = createHash('sha256').update(bytes).digest('hex')
    const stored = await findReportByHash(tx, contentHash)
    if (stored) return { reportId: stored, isNew: false }
    await storeReading(ctx, tx, {
      id,
      ...read,
      bytes,
      contentHash,
      title: digest.title,
      source: digest.source,
      reportDate: digest.reportDate,
      reportDateFrom: 'given',
      period: digest.period,
      format: 'digest',
      fileName: null,
      encoding: null,
      warnings: [],
    })
    const decision = { by: ctx.actor.name, at: ctx.clock.now().toISOString() }
    const acceptable = read.statements.filter((statement) => mayAccept(statement).kind === 'allowed')
    const changes: StatementChange[] = acceptable.map((before) => ({
      action: 'reports.statement-accepted',
      before,
      after: decidedStatement(before, 'accepted', decision),
      detail: { digest: digest.title },
    }))
    for (const change of changes) await storeChange(ctx, tx, change)
    for (const change of changes) await journalChange(ctx, tx, change)
    return { reportId: id, isNew: true }
  })
}

function parse(content: unknown): Digest {
  const parsed = Digest.safeParse(content)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  const name = (content as { title?: unknown } | null)?.title
  throw invalid('reports.malformed-digest', {
    name: String(name ?? '?'),
    at: path.join('.'),
    problem: message,
  })
}

function keyLookup({ register, ids }: LoadedRegister, name: string) {
  const names = new Map(register.units.map((unit) => [unit.key, unit.name]))
  return (key: string) => {
    const id = ids.get(key)
    if (id === undefined) throw invalid('reports.unresolved-digest-unit', { name, unit: key })
    return { id, name: names.get(key) ?? key }
  }
}
