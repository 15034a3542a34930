import type { Context, Tx } from '../../../kernel/context.ts'
import type { JobHandler } from '../../../platform/module.ts'
import { notify, untoldCauses } from '../../inbox/index.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { planReminders } from '../rules/reminders/plan-reminders.ts'
import { planUnowned } from '../rules/reminders/plan-unowned.ts'
import type { Reminder } from '../rules/reminders/reminder.ts'
import { listReminded, listUnowned } from '../store/reminders.ts'
import { type Directory, openDirectory } from './directory.ts'

const BATCH = 500

/**
 * Job `ledger.remind`: tells whom an item's clock concerns. Batch by batch, each in its own transaction, so that it
 * needs no more memory for a million items and loses nothing when it is cut off: what was told is not told again.
 */
export const remind: JobHandler = async (ctx, _payload, { signal }) => {
  const directory = openDirectory(ctx)
  let after: string | null = null
  do {
    signal.throwIfAborted()
    const from: string | null = after
    after = await ctx.transaction(async (tx) => {
      const facts = await loadClockFacts(ctx, tx)
      const { today, settings } = facts
      const daysBefore = Math.max(0, ...settings.remindDaysBefore)
      const items = await listReminded(tx, { today, daysBefore, after: from, limit: BATCH })
      const planned = items.flatMap((item) =>
        planReminders(item, facts).map((reminder) => ({
          ...reminder,
          subject: { type: 'item', id: item.id },
        })),
      )
      await tell(ctx, tx, { planned, directory })
      return items.length < BATCH ? null : (items.at(-1)?.id ?? null)
    })
  } while (after !== null)
  await ctx.transaction(async (tx) => {
    const { today } = await loadClockFacts(ctx, tx)
    const subject = { type: 'desk', id: 'office' }
    const planned = planUnowned(await listUnowned(tx), today).map((reminder) => ({ ...reminder, subject }))
    await tell(ctx, tx, { planned, directory })
  })
}

interface Telling {
  readonly planned: readonly (Reminder & {
    readonly subject: { readonly type: string; readonly id: string }
  })[]
  readonly directory: Directory
}

async function tell(ctx: Context, tx: Tx, { planned, directory }: Telling): Promise<void> {
  const untold = await untoldCauses(
    tx,
    planned.map(({ cause }) => cause),
  )
  for (const { to, unitIds, ...notice } of planned.filter(({ cause }) => untold.has(cause))) {
    await notify(tx, ctx, { ...notice, recipients: await directory.recipients(tx, { to, unitIds }) })
  }
}
