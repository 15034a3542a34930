import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSingleSignOn } from './single-sign-on.ts'

const file = join(mkdtempSync(join(tmpdir(), 'quarterdeck-oidc-')), 'secret')
writeFileSync(file, 'swordfish\n')
const env = {
  QUARTERDECK_OIDC_ISSUER: 'https://id.example',
  QUARTERDECK_OIDC_CLIENT_ID: 'quarterdeck',
  QUARTERDECK_OIDC_SECRET_FILE: file,
  QUARTERDECK_PUBLIC_URL: 'https://quarterdeck.example',
}

it('is off without settings, and read whole with them, the secret from its file', () => {
  expect(readSingleSignOn({})).toBe(undefined)
  expect(readSingleSignOn(env)).toEqual({
    issuer: 'https://id.example',
    clientId: 'quarterdeck',
    clientSecret: 'swordfish',
    publicUrl: 'https://quarterdeck.example',
    label: 'id.example',
    defaultRole: null,
  })
})

it.each([
  ['QUARTERDECK_PUBLIC_URL', '', 'platform.single-sign-on-incomplete'],
  ['QUARTERDECK_OIDC_ISSUER', 'file:///etc/passwd', 'platform.malformed-single-sign-on'],
  ['QUARTERDECK_OIDC_SECRET_FILE', '/nowhere/at/all', 'platform.malformed-single-sign-on'],
  ['QUARTERDECK_OIDC_DEFAULT_ROLE', 'system-admin', 'platform.malformed-single-sign-on'],
  ['QUARTERDECK_OIDC_DEFAULT_ROLE', 'liaison', 'platform.malformed-single-sign-on'],
])('is refused at start when %s is "%s"', (name, value, code) => {
  expect(() => readSingleSignOn({ ...env, [name]: value })).toThrow(code)
})
