/** `npm start`: installs what is missing, builds the screens when they changed, and runs the server on Node 24. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bootstrap, root, toolEnvironment } from './bootstrap.mjs'
import { runToEnd } from './bootstrap-run.mjs'
import { buildScreens } from './bootstrap-web.mjs'

const node24 = await bootstrap()
await buildScreens(node24)
const follow = pathToFileURL(join(root, 'tools/follow-parent.mjs')).href
const server = join(root, 'src/apps/server/main.ts')
const args = ['--import', follow, server, ...process.argv.slice(2)]
process.exit(await runToEnd(node24, args, { env: toolEnvironment(node24), service: true }))
