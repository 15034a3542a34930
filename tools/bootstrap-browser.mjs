import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './bootstrap.mjs'

const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk']
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/**
 * The environment that the browser tests read: QUARTERDECK_CHROMIUM is the program, or else
 * QUARTERDECK_SKIP_BROWSER the reason why they are skipped. On Debian as root the missing is installed.
 */
export function browserEnvironment() {
  if (isDebian() && process.getuid?.() === 0) installOnDebian()
  const chromium = process.env.QUARTERDECK_CHROMIUM ?? findChromium()
  if (chromium) return { QUARTERDECK_CHROMIUM: chromium }
  const reason = 'no Chromium on this machine; it is installed only on Debian as root'
  say(
    '跳过浏览器测试（e2e/）：本机没有 Chromium，仅在 Debian 的 root 下自动安装；可先自行安装，或用 QUARTERDECK_CHROMIUM 指明其路径',
    `Skipping the browser tests (e2e/): ${reason}; install it, or name its path in QUARTERDECK_CHROMIUM`,
  )
  return { QUARTERDECK_SKIP_BROWSER: reason }
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function installOnDebian() {
  const missing = DEBIAN_PACKAGES.filter((name) => {
    const { stdout } = spawnSync('/usr/bin/dpkg', ['-s', name], { encoding: 'utf8' })
    return !stdout?.includes('install ok installed')
  })
  if (missing.length === 0) return
  say(`正在安装 ${missing.join('、')} ……`, `Installing ${missing.join(' and ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (args) =>
    spawnSync('/usr/bin/apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status
  run(['update'])
  if (run(['install', '-y', '--no-install-recommends', ...missing]) !== 0) {
    say('安装未成功，原因见上', 'That did not succeed; see above for the reason')
  }
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES]
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
