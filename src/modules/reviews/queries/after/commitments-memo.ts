import type { Context, Tx } from '../../../../kernel/context.ts'
import { addDays, dayOf } from '../../../../kernel/day.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { type Item, itemStandings } from '../../../ledger/index.ts'
import type { Statement } from '../../../reports/index.ts'
import { CITY_ZONE } from '../../city-zone.ts'
import defaults from '../../rules/cycle/cycle-defaults.json' with { type: 'json' }
import type { CommitmentsMemo, MemoEntry } from '../../schema/after.ts'
import { type StoredNote, selectNotes } from '../../store/follow/notes.ts'
import { requireReview } from '../cycle/require-review.ts'
import { findAttachedRecord } from './attached-report.ts'

export type Task = Extract<Statement, { kind: 'task' }>

/**
 * Everything that was promised on the day and told in the published report, with lead, deadline and number. Six queries.
 * @throws `reviews.no-such-review`
 */
export function getCommitmentsMemo(ctx: Context, reviewId: string): Promise<CommitmentsMemo> {
  authorize(ctx, 'reviews.hold')
  return ctx.transaction((tx) => readCommitmentsMemo(ctx, tx, reviewId))
}

/** The same inside a transaction. */
export async function readCommitmentsMemo(ctx: Context, tx: Tx, reviewId: string): Promise<CommitmentsMemo> {
  const review = await requireReview(tx, reviewId)
  const notes = (await selectNotes(tx, { reviewId, since: 0 })).filter(isCommitment)
  const tasks = ((await findAttachedRecord(ctx, tx, review))?.statements ?? []).filter(isTask)
  const ids = notes.flatMap(({ itemId }) => itemId ?? [])
  const promised = ids.length > 0 ? await itemStandings(ctx, tx, { ids }) : []
  const told = await itemsOfTasks(ctx, tx, tasks)
  const items = new Map(promised.map((item) => [item.id, item]))
  const entries = [
    ...notes.map((note) => entryOfNote(note, items.get(note.itemId ?? ''))),
    ...tasks.map((task) => entryOfTask(task, told.get(task.id))),
  ]
  const heldOn = dayOf(review.held_at, CITY_ZONE)
  return {
    reviewId,
    period: review.period,
    title: review.title,
    heldOn,
    dueOn: addDays(heldOn, defaults.commitmentsDaysAfter.days),
    entries,
    withoutItem: entries.filter(({ item }) => item === null).length,
  }
}

/** The items of tasks by statement; of several the one that was not withdrawn. One query. */
export async function itemsOfTasks(
  ctx: Context,
  tx: Tx,
  tasks: readonly Task[],
): Promise<ReadonlyMap<string, Item>> {
  const statementIds = tasks.map(({ id }) => id)
  const found = statementIds.length > 0 ? await itemStandings(ctx, tx, { statementIds }) : []
  const inForce = found.toSorted((a, b) => Number(b.state === 'withdrawn') - Number(a.state === 'withdrawn'))
  return new Map(
    inForce.flatMap((item) => (item.source.kind === 'statement' ? [[item.source.statementId, item]] : [])),
  )
}

export const isTask = (statement: Statement): statement is Task => statement.kind === 'task'
const isCommitment = ({ kind, droppedAt }: StoredNote) => kind === 'commitment' && droppedAt === null

function entryOfNote(note: StoredNote, item: Item | undefined): MemoEntry {
  const { id, text, unitId, leadUnitId, dueOn, reviewId } = note
  return {
    kind: 'commitment',
    id,
    text,
    unitId,
    leadUnitId: item ? item.leadUnitId : leadUnitId,
    supportingUnitIds: item?.supportingUnitIds ?? [],
    responsible: [],
    dueOn: item ? item.dueOn : dueOn,
    item: item ? presentMemoItem(item) : null,
    href: `/review/${reviewId}/day?note=${id}`,
  }
}

function entryOfTask({ id, quote, reportId, detail }: Task, item: Item | undefined): MemoEntry {
  return {
    kind: 'task',
    id,
    text: quote.join(''),
    unitId: null,
    leadUnitId: item ? item.leadUnitId : detail.leadUnitId,
    supportingUnitIds: [...(item?.supportingUnitIds ?? detail.supportingUnitIds)],
    responsible: [...detail.responsible],
    dueOn: item ? item.dueOn : detail.deadline,
    item: item ? presentMemoItem(item) : null,
    href: `/reports/${reportId}?statement=${id}`,
  }
}

function presentMemoItem({ id, number, state, light, dueOn, closedOn }: Item) {
  return { id, number, state, light, dueOn, closedOn }
}
