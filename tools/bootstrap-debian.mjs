import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './bootstrap.mjs'

/** Installs what is missing of these packages; only on Debian as root, where nobody else is asked. */
export function installOnDebian(packages) {
  if (!isDebian() || process.getuid?.() !== 0) return
  const missing = packages.filter((name) => {
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

function isDebian() {
  if (!existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** The first program of these names on the path, or else at one of these places. */
export function findProgram(names, otherPlaces = []) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...otherPlaces]
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
