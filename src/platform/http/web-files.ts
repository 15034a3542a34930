import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { noSuchRoute } from './errors-to-problems.ts'
import { sendPageWithNonce } from './page-with-nonce.ts'

/**
 * Serves the built screens of a folder: files by name, and `index.html` for every other path that the
 * screens route themselves. Vite puts a hash into the names under `assets/`, so those never change.
 */
export async function webFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(staticFiles, { root: folder, serve: false, cacheControl: false })
  const files = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        `${entry.parentPath.slice(folder.length)}/${entry.name}`.replaceAll('\\', '/').replace(/^\/+/, ''),
      ),
  )
  const page = files.has('index.html') ? readFileSync(join(folder, 'index.html'), 'utf8') : undefined
  app.get(
    '/*',
    { exposeHeadRoute: true, config: { permission: 'public', withoutTenant: true }, schema: { hide: true } },
    (request, reply) => {
      const path = (request.params as { '*': string })['*']
      if (files.has(path) && path !== 'index.html') {
        const isHashed = path.startsWith('assets/')
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        return reply.sendFile(path)
      }
      const isScreen = !path.startsWith('api/') && path !== 'api' && !/\.\w+$/.test(path)
      const isPage = path === 'index.html' || isScreen
      if (!isPage || page === undefined) return noSuchRoute(request, reply)
      return sendPageWithNonce(reply, page)
    },
  )
}
