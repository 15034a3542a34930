import { createHmac, timingSafeEqual } from 'node:crypto'

/** What authenticator apps assume when a QR code says nothing else: SHA-1, six digits, thirty seconds. */
const STEP_MS = 30_000
const DIGITS = 6
/** A clock may go half a minute wrong either way (RFC 6238, 5.2). */
const DRIFT = 1
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code of one step: HOTP (RFC 4226, 5.3) over the number of the step (RFC 6238, 4.2). */
export function codeOfStep(
  secret: Uint8Array,
  step: number,
  { digits = DIGITS, algorithm = 'sha1' } = {},
): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac(algorithm, secret).update(counter).digest()
  const offset = mac[mac.length - 1]! & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

export const stepOf = (now: Date): number => Math.floor(now.getTime() / STEP_MS)

/** The step that the code belongs to, if it is near now and after the last one used; every candidate is compared. */
export function matchingStep(
  secret: Uint8Array,
  code: string,
  { now, lastStep }: { now: Date; lastStep: number },
): number | undefined {
  const given = Buffer.from(code)
  let found: number | undefined
  for (let step = stepOf(now) - DRIFT; step <= stepOf(now) + DRIFT; step++) {
    const expected = Buffer.from(codeOfStep(secret, step))
    const isSame = given.length === expected.length && timingSafeEqual(given, expected)
    if (isSame && step > lastStep) found ??= step
  }
  return found
}

/** RFC 4648, 6, without padding: how a secret is typed where no QR code can be read. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code says: github.com/google/google-authenticator, wiki "Key Uri Format". */
export function otpauthUri(
  secret: Uint8Array,
  { issuer, account }: { issuer: string; account: string },
): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
