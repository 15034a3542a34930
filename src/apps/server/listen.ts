import type { AddressInfo } from 'node:net'
import { type CodedError, conflict, invalid } from '../../kernel/errors.ts'
import type { HttpApp } from '../../platform/module.ts'

/** Listens and returns the address to open. @throws `platform.port-in-use`, `platform.address-refused` */
export async function listen(app: HttpApp, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw refusal(error as NodeJS.ErrnoException, host, port)
  }
  const { port: actual } = app.server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${actual}`
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): CodedError {
  if (error.code === 'EADDRINUSE') return conflict('platform.port-in-use', { host, port })
  return invalid('platform.address-refused', { host, port, reason: error.code ?? error.message })
}

/** Lets running requests end, then cuts the connections that are left. */
export async function closeWithin(app: HttpApp, limitMs: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), limitMs)
  await app.close()
  clearTimeout(cut)
}
