import { readdirSync } from 'node:fs'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { noSuchRoute } from './errors-to-problems.ts'

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
  app.get(
    '/*',
    { exposeHeadRoute: true, config: { permission: 'public', withoutTenant: true }, schema: { hide: true } },
    (request, reply) => {
      const path = (request.params as { '*': string })['*']
      if (files.has(path)) {
        const isHashed = path.startsWith('assets/')
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        return reply.sendFile(path)
      }
      const isScreen = !path.startsWith('api/') && path !== 'api' && !/\.\w+$/.test(path)
      if (!isScreen || !files.has('index.html')) return noSuchRoute(request, reply)
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    },
  )
}
