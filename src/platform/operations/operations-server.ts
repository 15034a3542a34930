import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { conflict } from '../../kernel/errors.ts'
import type { Readiness } from './readiness.ts'

interface OperationsServerOptions {
  host: string
  /** 0 lets the system choose a free one. */
  port: number
  readiness: Readiness
  /** What Prometheus reads; left out, there is no `/metrics`. */
  metrics?: { text(): Promise<string> }
}

export interface OperationsServer {
  address: string
  close(): Promise<void>
}

/**
 * `/health`, `/ready` and `/metrics` at a port of their own, for those who watch over the process and not for the city's
 * network. No framework: it must answer whatever the house is doing.
 * @throws `platform.port-in-use`
 */
export async function startOperationsServer(options: OperationsServerOptions): Promise<OperationsServer> {
  const { host, port, readiness, metrics } = options
  async function answer(path: string, response: ServerResponse): Promise<void> {
    if (path === '/health') return send(response, 200, JSON.stringify({ ok: true }))
    if (path === '/ready') {
      const state = await readiness.check()
      return send(response, state.ready ? 200 : 503, JSON.stringify(state))
    }
    if (path === '/metrics' && metrics) return send(response, 200, await metrics.text(), METRICS_TYPE)
    send(response, 404, JSON.stringify({ ok: false }))
  }
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0]!
    if (request.method !== 'GET') return send(response, 405, JSON.stringify({ ok: false }))
    answer(path, response).catch(() => send(response, 500, JSON.stringify({ ok: false })))
  })
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? conflict('platform.port-in-use', { host, port }) : error
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Prometheus, Text-based format, version 0.0.4. */
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

function send(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(body)
}
