import { say } from './bootstrap.mjs'
import { findProgram, installOnDebian } from './bootstrap-debian.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/**
 * The environment that the browser tests read: QUARTERDECK_CHROMIUM is the program, or else
 * QUARTERDECK_SKIP_BROWSER the reason why they are skipped. On Debian as root the missing is installed.
 */
export function browserEnvironment() {
  installOnDebian(['chromium', 'fonts-noto-cjk'])
  const chromium = process.env.QUARTERDECK_CHROMIUM ?? findProgram(NAMES, PLACES)
  if (chromium) return { QUARTERDECK_CHROMIUM: chromium }
  const reason = 'no Chromium on this machine; it is installed only on Debian as root'
  say(
    '跳过浏览器测试（e2e/）：本机没有 Chromium，仅在 Debian 的 root 下自动安装；可先自行安装，或用 QUARTERDECK_CHROMIUM 指明其路径',
    `Skipping the browser tests (e2e/): ${reason}; install it, or name its path in QUARTERDECK_CHROMIUM`,
  )
  return { QUARTERDECK_SKIP_BROWSER: reason }
}
