/**
 * What `npm start`, `npm test` and `npx quarterdeck` need before our own code can run. Plain JavaScript
 * for any Node from 20.19 without node_modules; everything it says goes to stderr, in both languages.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const OLDEST = [20, 19]

export const say = (chinese, english) => console.error(`${chinese}\n  ${english}`)

/** Ends the process with a sentence that says what to do. */
export function giveUp(chinese, english) {
  say(chinese, english)
  process.exit(1)
}

/** Checks Node, installs what is missing, and returns the Node 24 that our code runs on. */
export async function bootstrap() {
  refuseOldNode()
  if (!isInstalled()) await install()
  return findNode24() ?? (await installNode24())
}

/** The environment in which `node` and the tools of node_modules are found first. */
export function toolEnvironment(node24, extra = {}) {
  const path = [dirname(node24), join(root, 'node_modules/.bin'), process.env.PATH]
  return { ...process.env, ...extra, PATH: path.join(delimiter) }
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  giveUp(
    `Node ${process.versions.node} 太旧，需要 20.19 或更新；请从 https://nodejs.org 安装长期支持版后再试`,
    `Node ${process.versions.node} is too old, 20.19 or newer is needed; install a long-term release from https://nodejs.org and try again`,
  )
}

/**
 * Whether node_modules holds what the lockfile says. npm writes its own record there as the last step
 * of an install, so an interrupted one, one without development packages, and an old one all show.
 */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional)
  })
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

async function install() {
  say('正在安装依赖，约一分钟……', 'Installing what is missing, about a minute …')
  const code = await runNpm(['ci', '--include=dev'])
  if (code !== 0) {
    giveUp(
      '安装失败：原因见上面 npm 的输出。请检查网络和 npm 的镜像设置（npm config get registry），然后重试',
      'The installation failed: npm says why above. Check the network and the registry (npm config get registry), then try again',
    )
  }
}

/** npm of the machine, never through a Node inside the node_modules that it is about to replace. */
async function runNpm(args) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const env = { ...process.env, PATH: path.join(delimiter), npm_config_loglevel: 'error' }
  const started = Date.now()
  const progress = setInterval(() => {
    console.error(`  … ${Math.round((Date.now() - started) / 1000)} s`)
  }, 10_000)
  try {
    return await new Promise((resolve) => {
      // npm's own account of what it added belongs to stderr: stdout may be the JSON of a command.
      const child = spawn('npm', args, {
        cwd: root,
        env,
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32',
      })
      child.once('error', () => resolve(127))
      child.once('close', resolve)
    })
  } finally {
    clearInterval(progress)
  }
}

const windows = process.platform === 'win32'
const exe = windows ? 'node.exe' : 'node'

/** The package that holds only the binary; unlike `node` it needs no install script. */
const binaryPackage = `node-${windows ? 'win' : process.platform}-${process.arch}`
const ownPrefix = join(root, '.cache/node')

/** With `--ignore-scripts` the package `node` stays empty, silently: so each candidate is asked who it is. */
function findNode24() {
  const candidates = [
    join(root, 'node_modules/node/bin', exe),
    join(ownPrefix, 'node_modules', binaryPackage, 'bin', exe),
    process.execPath,
  ]
  return candidates.find((path) => existsSync(path) && majorOf(path) >= 24)
}

function majorOf(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0)
}

async function installNode24() {
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node
  say(
    `npm 没有运行安装脚本（--ignore-scripts），另取 Node ${version} 放到 .cache/node ……`,
    `npm ran no install scripts (--ignore-scripts): fetching Node ${version} into .cache/node …`,
  )
  await runNpm([
    'install',
    '--prefix',
    ownPrefix,
    '--no-save',
    '--ignore-scripts',
    `${binaryPackage}@${version}`,
  ])
  const node24 = findNode24()
  if (node24) return node24
  return giveUp(
    `没有可用的 Node 24：请安装 Node ${version}（https://nodejs.org）后重试，或运行 npm config set ignore-scripts false 再 npm ci`,
    `No Node 24 to run on: install Node ${version} (https://nodejs.org) and try again, or run npm config set ignore-scripts false and npm ci`,
  )
}
