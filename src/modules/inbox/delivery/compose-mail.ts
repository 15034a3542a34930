import { createHash } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import { subjectPath } from '../rules/subject-path.ts'
import { sentenceOf, wordsOf } from '../sentences.ts'
import type { Mail } from '../store/mails.ts'
import type { StoredMessage } from '../store/messages.ts'

export interface ComposedMail {
  subject: string
  text: string
  /** Without brackets and host. From the causes, so that a mail sent twice is the same mail to whoever receives it. */
  messageId: string
}

type MailWithMessages = Pick<Mail, 'accountId' | 'locale' | 'digestOn'> & {
  messages: readonly StoredMessage[]
}

/** A mail in the reader's language, plain text: the strongest matters first, each with its address in the screens. */
export function composeMail(ctx: Context, mail: MailWithMessages, publicUrl: string | null): ComposedMail {
  const words = wordsOf(ctx, mail.locale)
  const lines = mail.messages.toSorted(byLevel).map((message) => {
    const path = subjectPath(message.subject)
    const sentence = `${words(`inbox.level.${message.level}`)} ${sentenceOf(ctx, message, mail.locale)}`
    return publicUrl && path ? `${sentence}\n${publicUrl}${path}` : sentence
  })
  const [only] = mail.messages
  const count = mail.messages.length
  const subject =
    count === 1 && only && mail.digestOn === null
      ? words('inbox.mail.subject', { sentence: sentenceOf(ctx, only, mail.locale) })
      : words('inbox.mail.digest-subject', { count, day: mail.digestOn ?? '' })
  const hash = createHash('sha256')
  hash.update(
    JSON.stringify([ctx.tenantId, mail.accountId, ...mail.messages.map(({ cause }) => cause).toSorted()]),
  )
  return {
    subject: subject.replace(/\s+/g, ' ').trim(),
    text: [...lines, words('inbox.mail.footer')].join('\n\n'),
    messageId: hash.digest('hex').slice(0, 40),
  }
}

const WEIGHT = { alarm: 0, warning: 1, reminder: 2, info: 3 }

const byLevel = (a: StoredMessage, b: StoredMessage) => WEIGHT[a.level] - WEIGHT[b.level]
