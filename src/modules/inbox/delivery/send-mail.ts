import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { JobHandler } from '../../../platform/module.ts'
import { lockMail, markMail } from '../store/mails.ts'
import { composeMail } from './compose-mail.ts'
import { openAddress } from './mail-address.ts'
import { readDeliverySettings } from './settings.ts'

const Payload = z.object({ mailId: z.uuid() })

const TIMEOUTS = { connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 15_000 }

/**
 * Job `inbox.send-mail`. The mail is locked while it is sent and marked in the same transaction, so no two
 * processes send it. A process that dies between the server's yes and the mark sends it again, word for word
 * and with the same Message-ID: SMTP gives no more.
 */
export const sendMail: JobHandler = async (ctx, payload) => {
  const { mailId } = Payload.parse(payload)
  const settings = readDeliverySettings()
  await ctx.transaction(async (tx) => {
    const mail = await lockMail(tx, mailId)
    if (!mail) return
    if (!settings.mail) throw new Error('QUARTERDECK_SMTP_URL and QUARTERDECK_MAIL_FROM are not set any more')
    const { smtpUrl, from } = settings.mail
    const { subject, text, messageId } = composeMail(ctx, mail, settings.publicUrl)
    const transport = createTransport({
      url: smtpUrl,
      ...TIMEOUTS,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      await transport.sendMail({
        from,
        to: openAddress(ctx, mail.accountId, mail.address),
        subject,
        text,
        messageId: `<${messageId}@${domainOf(from)}>`,
        // RFC 3834: no holiday notes in answer.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    } finally {
      transport.close()
    }
    await markMail(tx, mail.id, ctx.clock.now())
  })
}

const domainOf = (from: string) => /@([\w.-]+)/.exec(from)?.[1] ?? 'quarterdeck.invalid'
