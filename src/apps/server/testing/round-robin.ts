import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Proxy {
  readonly address: string
  /** Puts an address in the place of another, as when a process comes back on another port. */
  replace(before: string, after: string): void
  close(): Promise<void>
}

interface Backend {
  address: string
  isReady: boolean
}

const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade']

/**
 * A proxy as a city puts one before several processes: round-robin over those that say at `/api/ready` that they are
 * ready, asked every `everyMs`. A request is tried on another one only when no connection came about, so that nothing
 * is ever sent twice. Whom it asks for is told as a proxy tells it (X-Forwarded-For, which is passed on when given).
 */
export async function roundRobin(addresses: readonly string[], everyMs = 250): Promise<Proxy> {
  const backends: Backend[] = addresses.map((address) => ({ address, isReady: true }))
  const agent = new Agent({ keepAlive: true })
  const stopping = new AbortController()
  let turn = 0

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await Promise.all(
        backends.map(async (backend) => {
          const { address } = backend
          const answer = await fetch(`${address}/api/ready`, { signal: AbortSignal.timeout(2000) }).catch(
            () => undefined,
          )
          await answer?.arrayBuffer().catch(() => {})
          if (backend.address === address) backend.isReady = answer?.status === 200
        }),
      )
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  function choose(tried: ReadonlySet<Backend>): Backend | undefined {
    const open = backends.filter((backend) => !tried.has(backend))
    const ready = open.filter(({ isReady }) => isReady)
    const among = ready.length > 0 ? ready : open
    return among[turn++ % among.length]
  }

  function pass(incoming: IncomingMessage, outgoing: ServerResponse, tried: Set<Backend>): void {
    const backend = choose(tried)
    if (!backend) {
      outgoing.writeHead(503).end()
      return
    }
    tried.add(backend)
    const { hostname, port } = new URL(backend.address)
    const headers = withoutHops(incoming.headers)
    headers['x-forwarded-for'] ??= incoming.socket.remoteAddress ?? ''
    const { method, url: path } = incoming
    const asked = request({ hostname, port, method, path, headers, agent })
    asked.once('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers))
      answer.pipe(outgoing)
      answer.once('error', () => outgoing.destroy())
    })
    asked.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') {
        incoming.unpipe(asked)
        backend.isReady = false
        pass(incoming, outgoing, tried)
      } else if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502, { 'x-proxy-error': error.code ?? error.message }).end()
    })
    // Nothing of the body is taken before there is a connection: it can still go elsewhere.
    asked.once('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => incoming.pipe(asked))
      else incoming.pipe(asked)
    })
    outgoing.once('close', () => asked.destroy())
  }

  const server = createServer((incoming, outgoing) => pass(incoming, outgoing, new Set()))
  server.requestTimeout = 0
  // As nginx does. After Node's 5 s a browser that asks again now and then meets a connection that is just being closed.
  server.keepAliveTimeout = 75_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const watching = watch()
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    replace(before, after) {
      const backend = backends.find(({ address }) => address === before)
      if (backend) Object.assign(backend, { address: after, isReady: false })
    },
    async close() {
      stopping.abort()
      agent.destroy()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await watching
    },
  }
}

function withoutHops(headers: IncomingMessage['headers']): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !HOP_BY_HOP.includes(name)) kept[name] = value
  return kept
}
