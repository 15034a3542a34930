import { createHmac } from 'node:crypto'

/** Tells two secrets apart without giving either away. */
export const secretCheck = (secret: Buffer): string =>
  createHmac('sha256', secret).update('quarterdeck backup').digest('hex')
