import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root, say } from './bootstrap.mjs'
import { runToEnd } from './bootstrap-run.mjs'

const stampFile = join(root, 'web/dist/.stamp')

/** Builds the screens into web/dist unless that was built from the same sources. */
export async function buildScreens(node24) {
  const stamp = hashSources()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  say('正在构建界面……', 'Building the screens …')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const code = await runToEnd(node24, [vite, 'build', 'web', '--logLevel', 'error'], { cwd: root })
  if (code !== 0) giveUp('界面构建失败，原因见上', 'The screens could not be built; see above for the reason')
  writeFileSync(stampFile, stamp)
}

/** Over the screens, the lockfile, and the pure rules and schemas that the screens share with the server. */
function hashSources() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const shared = readdirSync(join(root, 'src/modules')).flatMap((name) => [
    `src/modules/${name}/schema.ts`,
    `src/modules/${name}/rules`,
  ])
  for (const path of ['web', 'src/kernel', ...shared]) {
    for (const file of listFiles(path)) hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function listFiles(path) {
  if (!existsSync(join(root, path))) return []
  if (path.endsWith('.ts')) return [path]
  return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((file) => !/^web\/(dist|node_modules)\//.test(file.replaceAll('\\', '/')))
    .sort()
}
