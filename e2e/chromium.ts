import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PROGRAM = process.env.QUARTERDECK_CHROMIUM ?? '/usr/bin/chromium'

/** Why the browser tests are left out here, or undefined when they can run. */
export const whyNoBrowser: string | undefined =
  process.env.QUARTERDECK_SKIP_BROWSER ?? (existsSync(PROGRAM) ? undefined : `no Chromium at ${PROGRAM}`)

export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: PROGRAM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
