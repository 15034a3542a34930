import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, invalid } from '../../../../kernel/errors.ts'
import { enqueue } from '../../../../platform/jobs/index.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { WATCH_JOB } from '../../alerts/watch-job.ts'
import { hashBlocks } from '../../columns/hash-blocks.ts'
import { openColumns } from '../../columns/open-columns.ts'
import { loadDefinitions } from '../../definitions/load-definitions.ts'
import { measuredUnits } from '../../measured/measured-units.ts'
import { blockOf } from '../../rules/values/canonical-block.ts'
import { changedRows } from '../../rules/values/changed-rows.ts'
import { gatherRows, type Row } from '../../rules/values/gather-rows.ts'
import { parseValue } from '../../rules/values/parse-value.ts'
import { lockHead, moveHead } from '../../store/head.ts'
import { insertVintage } from '../../store/vintages.ts'
import { writeBlocks } from '../../store/write-blocks.ts'

export interface PublishRows {
  /** Who gave the values: a statistical office, a yearbook, the units themselves. */
  readonly source: string
  readonly note: string
  readonly importId?: string | null
  /** Numbers of indicators, periods and measured units; a null value withdraws one that was published. */
  readonly rows: Iterable<Row>
  /** What the journal's entry tells beside the hash. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface Published {
  readonly vintage: number
  readonly blocks: number
  /** Values that are new or different. */
  readonly rows: number
  /** Values that are published already, as they are. */
  readonly unchanged: number
  readonly contentHash: string
}

/**
 * Publishes values as the next vintage, with one entry of the journal, which must be the transaction's last write. What
 * stands there already just so is left out, so that a block holds what it revises. The caller has authorised.
 * @throws `indicators.bad-value`, `indicators.duplicate-value`, `indicators.unknown-number`, `indicators.nothing-new`
 */
export async function publishRows(ctx: Context, tx: Tx, input: PublishRows): Promise<Published> {
  const { tenantId, actor, clock } = ctx
  const head = await lockHead(tx, tenantId)
  const columns = await openColumns(ctx, tx)
  const definitions = await loadDefinitions(ctx, tx, columns.head)
  const units = await measuredUnits(ctx, tx, columns.head)
  const known = (row: Row) => definitions.byNumber.has(row.indicator) && units.byNumber.has(row.unit)
  const gathered = gatherRows(checked(input.rows, known))
  if (gathered.kind === 'duplicate') {
    const { first, second } = gathered
    throw invalid('indicators.duplicate-value', { ...named(first), value: first.value, other: second.value })
  }
  await columns.load(gathered.groups)
  const blocks = gathered.groups.flatMap((group) => {
    const notes = Object.assign({}, ...columns.notes(group.indicator, group.period).map((each) => each.notes))
    const changed = changedRows(group, { column: columns.at(group.indicator, group.period), notes })
    return changed.rows.length > 0 ? [{ ...blockOf(changed), rows: changed.rows.length }] : []
  })
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0)
  if (rows === 0) throw conflict('indicators.nothing-new', { rows: gathered.rows })

  const vintage = head.vintage + 1
  const contentHash = hashBlocks(blocks)
  await insertVintage(tx, {
    tenant_id: tenantId,
    number: vintage,
    published_at: clock.now(),
    published_by: actor.name,
    publisher_id: actor.userId,
    source: input.source,
    note: input.note,
    import_id: input.importId ?? null,
    content_hash: contentHash,
    blocks: blocks.length,
    rows,
  })
  await writeBlocks(tx, { tenantId, vintage }, blocks)
  await moveHead(tx, { vintage })
  const published = {
    vintage,
    blocks: blocks.length,
    rows,
    unchanged: gathered.rows - rows,
    contentHash,
  }
  await enqueue(tx, ctx, { job: WATCH_JOB, payload: { vintage } })
  await journal(tx, ctx, {
    action: 'indicators.published',
    subject: { type: 'vintage', id: String(vintage) },
    detail: {
      ...published,
      source: input.source,
      note: input.note,
      importId: input.importId ?? null,
      ...input.detail,
    },
  })
  return published

  function named(row: Row) {
    const code = definitions.byNumber.get(row.indicator)?.code ?? row.indicator
    return { indicator: code, period: row.period, unit: units.byNumber.get(row.unit)?.name ?? row.unit }
  }
}

const CANONICAL = /^-?(?:0|[1-9]\d{0,13})(?:\.\d{0,13}[1-9])?$/

function* checked(rows: Iterable<Row>, isKnown: (row: Row) => boolean): Generator<Row> {
  for (const row of rows) {
    if (!isKnown(row))
      throw invalid('indicators.unknown-number', { indicator: row.indicator, unit: row.unit })
    if (row.value === null || (row.value.length <= 15 && row.value !== '-0' && CANONICAL.test(row.value))) {
      yield row
      continue
    }
    const parsed = parseValue(row.value)
    if (parsed.kind === 'refused')
      throw invalid('indicators.bad-value', { value: row.value.slice(0, 40), reason: parsed.reason })
    yield { ...row, value: parsed.value }
  }
}
