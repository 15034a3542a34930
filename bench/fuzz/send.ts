import { Agent, request } from 'node:http'
import type { ApiCase } from './api-cases.ts'
import type { Pools } from './pools.ts'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  ms: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

/** What stands in a request line must be of ASCII and without blanks; everything else is sent as it is. */
const asTarget = (text: string) =>
  [...text].map((c) => (/[\x21-\x7e]/.test(c) ? c : encodeURIComponent(c.toWellFormed()))).join('')

/** Sends a case over a real connection. @throws when the server does not answer within the limit, or hangs up */
export async function send(
  one: ApiCase,
  {
    address,
    pools,
    headers,
    limitMs,
  }: { address: string; pools: Pools; headers: Record<string, string>; limitMs: number },
): Promise<Answer> {
  const { hostname, port } = new URL(address)
  const path = pools.fill(one.path, encodeURIComponent)
  const query = pools.fill(one.query, encodeURIComponent)
  const body = bytesOf(one, pools)
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        agent,
        hostname,
        port,
        method: one.method,
        path: asTarget(query ? `${path}?${query}` : path).slice(0, 12_000),
        headers: {
          ...(body && { 'content-type': one.body!.type, 'content-length': body.length }),
          ...headers,
          ...one.headers,
        },
        signal: AbortSignal.timeout(limitMs),
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
            ms: performance.now() - started,
          }),
        )
      },
    )
    sending.on('error', reject)
    sending.end(body)
  })
}

function bytesOf({ body }: ApiCase, pools: Pools): Buffer | undefined {
  if (!body) return undefined
  return body.base64 === undefined
    ? Buffer.from(pools.fill(body.text ?? ''))
    : Buffer.from(body.base64, 'base64')
}

export const closeConnections = (): void => agent.destroy()
