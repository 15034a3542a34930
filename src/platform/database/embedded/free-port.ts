import { createServer } from 'node:net'

/** A port of loopback that nobody listens on now; the caller must be ready to lose it to somebody. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('The listener has no port')
  return address.port
}
