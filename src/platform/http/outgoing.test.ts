import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sourceFiles } from '../../../tools/regular-expressions/collect.ts'

/**
 * Who may open a connection to somewhere else, and by which rule: `webhook` looks the name up, refuses what is not public
 * and connects to the address that it checked; `settings` goes where the operator's settings say and follows no redirect,
 * nothing of what a person entered is in either.
 */
const DOORS: Readonly<Record<string, 'webhook' | 'settings'>> = {
  'src/modules/inbox/delivery/post-webhook.ts': 'webhook',
  'src/modules/inbox/delivery/public-address.ts': 'webhook',
  'src/modules/inbox/delivery/send-mail.ts': 'settings',
  'src/modules/identity/oidc.ts': 'settings',
  'src/apps/installation/mail-answers.ts': 'settings',
  'src/platform/files/s3/s3-client.ts': 'settings',
}

/** What opens a connection: Node's own modules but for their types, the packages that do, and `fetch`. */
const OPENS = [
  /^import (?!type\b)[^\n]*\b(?:request|get|connect|createConnection|lookup|resolve\w*)\b[^\n]*from 'node:(?:https?|http2|net|tls|dgram|dns(?:\/promises)?)'/m,
  /^import (?!type\b)[^\n]*from '(?:undici|nodemailer|openid-client|@aws-sdk\/[^']*|ws)'/m,
  /(?<![\w.'"`])(?<!async )fetch\(/,
  /\bnew (?:WebSocket|EventSource|XMLHttpRequest)\(/,
]

it('Nothing opens a connection to elsewhere but the doors that are guarded, or lead where the settings say', () => {
  // Drills attack a server from outside, in tests only.
  const files = sourceFiles('src/').filter((path) => !path.startsWith('src/apps/drills/'))
  const opening = files.filter((path) => {
    const code = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
    return OPENS.some((sign) => sign.test(code))
  })
  expect(opening.sort()).toEqual(Object.keys(DOORS).sort())
})
