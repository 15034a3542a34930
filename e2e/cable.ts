import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A cable to the house that can be pulled: what is pulled is refused as by a network that is gone. */
export interface Cable {
  readonly address: string
  pull(): Promise<void>
  plugIn(): Promise<void>
}

export async function openCable(house: string): Promise<Cable> {
  const { hostname, port: housePort } = new URL(house)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(housePort), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  let port = 0
  const plugIn = async () => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as { port: number }).port
  }
  await plugIn()
  return {
    address: `http://127.0.0.1:${port}`,
    plugIn,
    async pull() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
