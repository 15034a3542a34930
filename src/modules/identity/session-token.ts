import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits: cannot be guessed, so a plain hash is enough to keep it. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url')

export const hashSessionToken = (token: string): string => createHash('sha256').update(token).digest('hex')
