/** Controls, and the marks that turn reading direction or cannot be seen: `报告<U+202E>fdp.exe` reads as a PDF (Unicode TR 36). */
const MISLEADING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu
/** What Windows does not allow in a name. */
const FORBIDDEN = /[<>:"|?*]/g
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const LONGEST = 120

/** The last part of a path, fit to be shown, saved and put into a header. Never empty. */
export function cleanFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(MISLEADING, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
    .replace(DEVICE, '_$1')
  return shorten(plain === '' ? 'file' : plain)
}

/** Lower case and without the dot; empty when there is none. */
export function extensionOf(fileName: string): string {
  return /\.([^.\s]{1,10})$/u.exec(fileName)?.[1]?.toLowerCase() ?? ''
}

/** At most 120 characters and 240 bytes, below the 255 bytes that file systems take; the extension is kept. */
function shorten(name: string): string {
  const characters = [...name]
  const extension = extensionOf(name)
  const room = LONGEST - extension.length - 1
  if (Buffer.byteLength(name) <= 240 && characters.length <= LONGEST) return name
  let stem = characters.slice(0, room).join('')
  while (Buffer.byteLength(stem) > 240 - extension.length - 1) stem = [...stem].slice(0, -1).join('')
  return extension === '' ? stem : `${stem}.${extension}`
}
