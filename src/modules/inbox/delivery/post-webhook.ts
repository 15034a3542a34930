import { createHmac } from 'node:crypto'
import { type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { conflict } from '../../../kernel/errors.ts'
import { openAddress } from './public-address.ts'

export interface WebhookPost {
  url: URL
  secret: string
  /** The same at every try. */
  deliveryId: string
  kind: string
  body: string
  sentAt: Date
  allowedHosts: readonly string[]
  signal: AbortSignal
}

const TIMEOUT_MS = 10_000

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 of `<seconds>.<body>`, so that an old telling cannot be replayed as new. */
export function signatureOf(secret: string, body: string, sentAt: Date): string {
  const seconds = Math.floor(sentAt.getTime() / 1000)
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${digest}`
}

/**
 * Tells one address. Only a 2xx answer counts; a redirect is not followed, since it could lead inside.
 * @throws `inbox.webhook-answered` with the status; `inbox.webhook-silent`; what `openAddress` throws
 */
export async function postWebhook(post: WebhookPost): Promise<void> {
  const { url, body } = post
  const { address, family } = await openAddress(url, post.allowedHosts)
  const options: RequestOptions = {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Quarterdeck',
      'x-quarterdeck-delivery': post.deliveryId,
      'x-quarterdeck-event': post.kind,
      'x-quarterdeck-signature': signatureOf(post.secret, body, post.sentAt),
    },
    // Node asks for one address or for all, as it likes.
    lookup: (_host, { all }, found) =>
      all ? found(null, [{ address, family }]) : found(null, address, family),
    signal: AbortSignal.any([post.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    agent: false,
  }
  const status = await statusOf(url, options, body).catch((error: NodeJS.ErrnoException) => {
    throw conflict('inbox.webhook-silent', { host: url.host, reason: error.code ?? error.name })
  })
  if (status < 200 || status > 299) throw conflict('inbox.webhook-answered', { host: url.host, status })
}

function statusOf(url: URL, options: RequestOptions, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (answer) => {
      resolve(answer.statusCode ?? 0)
      // What it says is not read: it could be endless.
      answer.destroy()
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
