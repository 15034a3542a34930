import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface TcpProxy {
  readonly port: number
  /** Cuts every connection and takes none for so long: the machine behind is gone. */
  dropFor(ms: number): Promise<void>
  close(): Promise<void>
}

/** Stands between the server and its database. */
export async function openTcpProxy(host: string, port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  const server = createServer((from) => {
    const to = connect({ host, port })
    for (const [own, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(own)
      own.pipe(other)
      own.on('error', () => other.destroy())
      own.on('close', () => {
        sockets.delete(own)
        other.destroy()
      })
    }
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const cut = async () => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const own = await listen(0)
  return {
    port: own,
    async dropFor(ms) {
      await cut()
      await sleep(ms)
      await listen(own)
    },
    close: cut,
  }
}
