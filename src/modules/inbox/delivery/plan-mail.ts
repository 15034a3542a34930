import { z } from 'zod'
import type { Context, Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import type { JobHandler } from '../../../platform/module.ts'
import { workingCalendarOf } from '../../../platform/working-calendar.ts'
import { cityMinuteOf, instantOf, type Now } from '../rules/city-minute.ts'
import { type CityMinute, digestTime, sendingTime } from '../rules/sending-time.ts'
import { dropMailDue, hasDigest, insertMail, listMailDue } from '../store/mails.ts'
import { findPreferences } from '../store/preferences.ts'
import { readDeliverySettings } from './settings.ts'

const Payload = z.object({ accountId: z.uuid() })

/** More than that in one mail nobody reads; the rest comes with the next one. */
const MOST_IN_A_MAIL = 200

/**
 * Job `inbox.plan-mail`: decides for one person which mails there will be about what waits, and when. Outside the
 * person's hours, and on days that are not worked, it comes back the next working morning.
 */
export const planMail: JobHandler = async (ctx, payload) => {
  const { accountId } = Payload.parse(payload)
  await ctx.transaction(async (tx) => {
    // The lock makes one plan at a time for each person.
    const chosen = await findPreferences(tx, accountId, { lock: true })
    const { mail } = readDeliverySettings()
    if (!mail || !chosen?.isMailOn || chosen.address === null) return dropMailDue(tx, accountId)
    const due = await listMailDue(tx, accountId, MOST_IN_A_MAIL)
    const [oldest] = due
    if (!oldest) return

    const { hours, digest, locale, address } = chosen
    const calendar = await workingCalendarOf(tx, ctx)
    const now: Now = { instant: ctx.clock.now(), day: ctx.clock.today(), time: ctx.clock.time() }
    const isDaily = digest === 'daily'
    const isDoneToday = isDaily && (await hasDigest(tx, accountId, now.day))
    const when = isDaily
      ? digestTime({ now, oldest: cityMinuteOf(oldest.createdAt, now), isDoneToday }, hours, calendar)
      : sendingTime(now, hours, calendar)
    if (when !== 'now') return comeBack(tx, ctx, { accountId, when, now })

    const batches = isDaily ? [due] : due.map((message) => [message])
    for (const batch of batches) {
      const id = newId(now.instant.getTime())
      const messageIds = batch.map((message) => message.id)
      const planned = { id, accountId, address, locale, digestOn: isDaily ? now.day : null, messageIds }
      await insertMail(tx, planned, { tenantId: ctx.tenantId, createdAt: now.instant })
      await enqueue(tx, ctx, { job: 'inbox.send-mail', payload: { mailId: id }, maxAttempts: 20 })
    }
    if (due.length === MOST_IN_A_MAIL)
      await enqueue(tx, ctx, { job: 'inbox.plan-mail', payload: { accountId } })
  })
}

async function comeBack(
  tx: Tx,
  ctx: Context,
  { accountId, when, now }: { accountId: string; when: CityMinute; now: Now },
): Promise<void> {
  const runAt = instantOf(when, now)
  await enqueue(tx, ctx, { job: 'inbox.plan-mail', payload: { accountId }, key: accountId, runAt })
}
