/** Headers and bodies of a tar archive stand on multiples of this (POSIX.1-1988 ustar, pax "Archive Format"). */
export const TAR_BLOCK = 512

export interface TarEntry {
  name: string
  bytes: number
}

const LONGEST_NAME = 100

/** The 512 bytes before an entry. @throws Error on a name that ustar cannot hold */
export function encodeTarHeader({ name, bytes }: TarEntry): Buffer {
  const { prefix, rest } = splitName(name)
  const header = Buffer.alloc(TAR_BLOCK)
  header.write(rest, 0, 'latin1')
  header.write('0000600\0', 100, 'latin1')
  header.write('0000000\0', 108, 'latin1')
  header.write('0000000\0', 116, 'latin1')
  header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
  header.write('00000000000\0', 136, 'latin1')
  // The sum is taken with blanks where it will stand.
  header.write('        ', 148, 'latin1')
  header.write('0', 156, 'latin1')
  header.write('ustar\0' + '00', 257, 'latin1')
  header.write(prefix, 345, 'latin1')
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** Undefined for the empty block that ends an archive. @throws Error on a block that is no header */
export function decodeTarHeader(header: Buffer): TarEntry | undefined {
  if (header.every((byte) => byte === 0)) return undefined
  const sum = Number.parseInt(textAt(header, 148, 8), 8)
  const blanked = Buffer.from(header)
  blanked.fill(' ', 148, 156)
  const bytes = Number.parseInt(textAt(header, 124, 12), 8)
  if (sumOf(blanked) !== sum || !(bytes >= 0)) throw new Error('No tar header')
  // Files only, as we write them: no link, no folder, no device.
  if (textAt(header, 156, 1) !== '0' || textAt(header, 157, 100) !== '')
    throw new Error('An entry is no file')
  const prefix = textAt(header, 345, 155)
  const rest = textAt(header, 0, LONGEST_NAME)
  return { name: prefix ? `${prefix}/${rest}` : rest, bytes }
}

/** How many bytes fill the last block of a body. */
export const tarPadding = (bytes: number) => (TAR_BLOCK - (bytes % TAR_BLOCK)) % TAR_BLOCK

function splitName(name: string): { prefix: string; rest: string } {
  if (name.length <= LONGEST_NAME) return { prefix: '', rest: name }
  const at = name.lastIndexOf('/')
  const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)]
  if (at < 1 || prefix.length > 155 || rest.length > LONGEST_NAME) throw new Error(`"${name}" is too long`)
  return { prefix, rest }
}

const sumOf = (header: Buffer) => header.reduce((sum, byte) => sum + byte, 0)

function textAt(header: Buffer, from: number, length: number): string {
  const text = header.toString('latin1', from, from + length)
  return text.split('\0')[0]!.trim()
}
