import { say } from './bootstrap.mjs'
import { findProgram, installOnDebian } from './bootstrap-debian.mjs'

const PLACES = ['/Applications/LibreOffice.app/Contents/MacOS/soffice']

/**
 * The environment that the tests of documents read: QUARTERDECK_SOFFICE is LibreOffice, which lays their pages out; without
 * it they are skipped by name. Measured on Debian 12: 1.2 s to update the lists, 26 s to install, 1.3 s a document.
 */
export function officeEnvironment() {
  installOnDebian(['libreoffice-writer-nogui', 'fonts-noto-cjk'])
  const soffice = process.env.QUARTERDECK_SOFFICE ?? findProgram(['soffice', 'libreoffice'], PLACES)
  if (soffice) return { QUARTERDECK_SOFFICE: soffice }
  say(
    '跳过公文版面测试：本机没有 LibreOffice，仅在 Debian 的 root 下自动安装；可先自行安装，或用 QUARTERDECK_SOFFICE 指明其路径',
    'Skipping the tests of page layout: no LibreOffice on this machine; it is installed only on Debian as root; install it, or name its path in QUARTERDECK_SOFFICE',
  )
  return {}
}
