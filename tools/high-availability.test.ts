import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const HA = fileURLToPath(new URL('../deploy/ha/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-ha-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A Patroni that only tells its version. */
function patroni(version: string): string {
  const path = join(folder, `patroni-${version}`)
  writeFileSync(path, `#!/bin/sh\necho "patroni ${version}"\n`)
  chmodSync(path, 0o755)
  return path
}

const run = (name: string, args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync('bash', [join(HA, name), ...args], { encoding: 'utf8', env: { PATH: process.env.PATH, ...env } })

describe('The three nodes', () => {
  it.each(['2.1.4', '3.0.1', '3.0.2'])(
    'are not kept by Patroni %s, which loses acknowledged rows',
    (version) => {
      const { status, stderr } = run('check-patroni', [patroni(version)])
      expect([status, stderr]).toEqual([3, expect.stringContaining(`Patroni ${version} is refused`)])
      expect(stderr).toContain('deploy/ha/README.md')
      const configured = run('configure', [join(HA, 'node.env'), join(folder, version)], {
        PATRONI: patroni(version),
      })
      expect(configured.status).not.toBe(0)
    },
  )

  it.each(['3.0.3', '3.10.0', '4.0.7'])('are kept by Patroni %s', (version) => {
    expect(run('check-patroni', [patroni(version)])).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  it('are configured from one file, nothing left open, and no commit answered with one disk', () => {
    const file = join(folder, 'node.env')
    const text = readFileSync(join(HA, 'node.env'), 'utf8').replaceAll('_PASSWORD=', '_PASSWORD=secret')
    writeFileSync(file, text.replace('NODE=one', 'NODE=two').replace('ADDRESS=10.0.0.1', 'ADDRESS=10.0.0.2'))
    const made = run('configure', [file, join(folder, 'two')], { PATRONI: patroni('4.0.7') })
    expect(made).toMatchObject({ status: 0, stderr: '' })
    const read = (name: string) => readFileSync(join(folder, 'two', name), 'utf8').replace(/^\s*#.*$/gm, '')
    const all = ['patroni.yml', 'haproxy.cfg', 'etcd.conf'].map(read)
    for (const each of all) expect(each).not.toContain('${')
    expect(all[0]).toMatch(/^name: two$/m)
    for (const line of [
      'synchronous_mode: true',
      'synchronous_mode_strict: true',
      "synchronous_commit: 'on'",
    ])
      expect(all[0]).toContain(line)
    expect(all[1]!.match(/server \w+ 10\.0\.0\.\d:5432 check port 8008/g)).toHaveLength(6)
    expect(all[1]).toContain('on-marked-down shutdown-sessions')
    expect(all[2]).toContain(
      'ETCD_INITIAL_CLUSTER=one=http://10.0.0.1:2380,two=http://10.0.0.2:2380,three=http://10.0.0.3:2380',
    )
  })

  it('are refused with an empty password', () => {
    const { status, stderr } = run('configure', [join(HA, 'node.env'), join(folder, 'empty')], {
      PATRONI: patroni('4.0.7'),
    })
    expect([status, stderr]).toEqual([2, expect.stringContaining('SUPERUSER_PASSWORD is empty')])
  })
})
