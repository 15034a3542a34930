import { Agent, type IncomingMessage, request } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { S3Place } from './s3-place.ts'
import { signRequest } from './sign-request.ts'

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  /** Without it the bucket itself is asked. */
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly bodyHash: string
  readonly body?: { readonly stream: Readable; readonly length: number }
}

/** A store that says nothing for so long is not waited for. */
const SILENT_MS = 30_000

/** Sends signed requests to one bucket, by path and not by host name, as stores in a city's own house are reached. */
export function createS3Client(place: S3Place): (asked: S3Request) => Promise<IncomingMessage> {
  const isTls = place.endpoint.startsWith('https:')
  const agent = isTls ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true })
  const base = place.endpoint.replace(/\/+$/, '')
  return async ({ method, key = '', query = {}, bodyHash, body }) => {
    const url = new URL(`${base}/${place.bucket}/${key}`)
    url.search = new URLSearchParams(query).toString()
    const signed = signRequest(place, { method, url, bodyHash, at: new Date(Date.now()) })
    const headers = body ? { ...signed, 'content-length': String(body.length) } : signed
    const sent = (isTls ? tlsRequest : request)(url, { method, headers, agent, timeout: SILENT_MS })
    sent.on('timeout', () => sent.destroy(new Error('The store of files does not answer')))
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve).once('error', reject)
    })
    if (body) await Promise.all([pipeline(body.stream, sent).catch((error) => sent.destroy(error)), answered])
    else sent.end()
    return answered
  }
}
