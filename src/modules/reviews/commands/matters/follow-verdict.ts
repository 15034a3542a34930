import type { Context, Tx } from '../../../../kernel/context.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { type FollowedPart, loadChains } from '../../queries/matters/load-chains.ts'
import { planConfirmed, planDismissed } from '../../rules/matters/plan-pair.ts'
import type { DecideRecurrence } from '../../schema.ts'
import { findMatter, removeParts, selectParts } from '../../store/follow/matters.ts'
import { selectVerdicts } from '../../store.ts'
import { moveParts, writeMatterChange, writeNewMatter } from './write-matter.ts'

/** Lets the matters of a unit follow a person's word on a pair, which is stored already; in its transaction. */
export async function followVerdict(
  ctx: Context,
  tx: Tx,
  { earlierId, laterId, verdict, unitId }: DecideRecurrence & { unitId: string },
): Promise<void> {
  const { parts } = await loadChains(ctx, tx, [unitId])
  const pair = { ctx, tx, unitId, parts, earlierId, laterId }
  await (verdict === 'confirmed' ? join(pair) : part(pair))
}

interface Pair {
  readonly ctx: Context
  readonly tx: Tx
  readonly unitId: string
  readonly parts: ReadonlyMap<string, FollowedPart>
  readonly earlierId: string
  readonly laterId: string
}

async function join({ ctx, tx, unitId, parts, earlierId, laterId }: Pair): Promise<void> {
  const matterOf = new Map((await selectParts(tx, [unitId])).map((part) => [part.id, part.matterId]))
  const began = (matterId: string) =>
    [...parts.values()]
      .filter((part) => part.matterId === matterId)
      .map(({ at }) => at)
      .sort()[0] ?? ''
  const plan = planConfirmed([earlierId, laterId], matterOf, began)
  const refs = [earlierId, laterId].map((id) => ({ kind: 'statement' as const, id }))
  if (plan.kind === 'begin') {
    await writeNewMatter(ctx, tx, { unitId, title: null, parts: refs })
  } else if (plan.kind === 'add') {
    const matter = (await findMatter(tx, plan.matterId, { forUpdate: true }))!
    await moveParts(ctx, tx, {
      matterId: matter.id,
      unitId,
      parts: refs.filter(({ id }) => id === plan.partId),
    })
    const detail = { partIds: [plan.partId] }
    await writeMatterChange(ctx, tx, { matter, action: 'matter-parts-added', detail })
  } else if (plan.kind === 'merge') {
    const into = (await findMatter(tx, plan.intoId, { forUpdate: true }))!
    const from = (await findMatter(tx, plan.fromId, { forUpdate: true }))!
    const moved = (await selectParts(tx, [unitId])).filter(({ matterId }) => matterId === from.id)
    await moveParts(ctx, tx, { matterId: into.id, unitId, parts: moved })
    await writeMatterChange(ctx, tx, {
      matter: from,
      mergedInto: into.id,
      action: 'matter-merged',
      detail: { into: into.id },
    })
    await writeMatterChange(ctx, tx, { matter: into, action: 'matter-grown', detail: { from: from.id } })
  }
}

async function part({ ctx, tx, unitId, parts, earlierId, laterId }: Pair): Promise<void> {
  const matterId = parts.get(earlierId)?.matterId
  if (!matterId || matterId !== parts.get(laterId)?.matterId) return
  const matter = (await findMatter(tx, matterId, { forUpdate: true }))!
  const own = [...parts.values()]
    .filter((each) => each.matterId === matterId)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const links = (await selectVerdicts(tx))
    .filter(({ verdict }) => verdict === 'confirmed')
    .map((one) => [one.earlierId, one.laterId] as const)
  const going = planDismissed(
    own.map(({ id }) => id),
    links.filter(([a, b]) => parts.get(a)?.matterId === matterId && parts.get(b)?.matterId === matterId),
    [earlierId, laterId],
  )
  if (going.length === 0) return
  const refsOf = (ids: readonly string[]) => own.filter(({ id }) => ids.includes(id))
  for (const ids of going.filter(({ length }) => length > 1)) {
    await writeNewMatter(ctx, tx, { unitId, title: null, parts: refsOf(ids) })
  }
  const alone = going.filter(({ length }) => length === 1).flat()
  const staying = own.filter(({ id }) => !going.flat().includes(id))
  const isNothing = staying.length === 1 && matter.title === null && matter.settled === null
  await removeParts(tx, [...alone, ...(isNothing ? staying.map(({ id }) => id) : [])])
  await writeMatterChange(ctx, tx, { matter, action: 'matter-parted', detail: { partIds: going.flat() } })
  if (!isNothing) return
  await journal(tx, ctx, {
    action: 'reviews.matter-dissolved',
    subject: { type: 'matter', id: matter.id },
    detail: { unitId },
  })
}
