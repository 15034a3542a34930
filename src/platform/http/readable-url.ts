import type { FastifyServerOptions } from 'fastify'

/** Leads nowhere: whoever asks for what cannot be read is told so as for any path that is not there. */
const NOWHERE = '/api/unreadable'

/**
 * A path whose percent signs decode to nothing would be answered by the router itself, past our headers and our
 * problems: it is led to a path that no route has.
 */
export const readableUrl: FastifyServerOptions['rewriteUrl'] = ({ url = '/' }) =>
  isReadable(url.split('?', 1)[0]!) ? url : NOWHERE

function isReadable(path: string): boolean {
  if (!path.includes('%')) return true
  try {
    return decodeURIComponent(path).isWellFormed()
  } catch {
    return false
  }
}
