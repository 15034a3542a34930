import { once } from 'node:events'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'

const ANSWERS_WITHIN_MS = 5000

/** Whether the server of an SMTP address greets (RFC 5321, 3.1: code 220). Undefined when it does, otherwise why not. */
export async function whyMailIsSilent(smtpUrl: string): Promise<string | undefined> {
  const { protocol, hostname, port } = new URL(smtpUrl)
  const isTls = protocol === 'smtps:'
  const place = { host: hostname, port: Number(port || (isTls ? 465 : 587)) }
  const socket = isTls ? connectTls({ ...place, servername: hostname }) : connect(place)
  try {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS)
    const [greeting] = (await once(socket, 'data', { signal })) as [Buffer]
    const code = greeting.toString('latin1', 0, 3)
    return code === '220' ? undefined : `SMTP ${code}`
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'no answer'
  } finally {
    socket.destroy()
  }
}
