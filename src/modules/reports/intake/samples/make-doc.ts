import { CFB } from '@e965/xlsx'

/**
 * A Word 97 document of one piece of UTF-16 text, as small as [MS-DOC] allows: a file information block, the text,
 * and a piece table in the table stream. `isEncrypted` only sets the bit that a password sets.
 */
export function makeDoc(text: string, isEncrypted = false): Uint8Array {
  const textAt = 0x400
  const main = Buffer.alloc(Math.max(4096, textAt + text.length * 2 + 512))
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0x00c1, 2)
  main.writeUInt16LE(0x0200 | (isEncrypted ? 0x0100 : 0), 0x0a)
  main.writeUInt32LE(textAt, 0x18)
  main.writeUInt32LE(text.length, 0x4c)
  main.write(text, textAt, 'utf16le')
  const pieces = Buffer.alloc(5 + 16)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(0, 5)
  pieces.writeUInt32LE(text.length, 9)
  pieces.writeUInt32LE(textAt, 15)
  main.writeUInt32LE(0, 0x1a2)
  main.writeUInt32LE(pieces.length, 0x1a6)
  const table = Buffer.alloc(4096)
  pieces.copy(table)
  return makeOle({ WordDocument: main, '1Table': table })
}

/** An OLE container with the given streams. */
export function makeOle(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, content)
  return new Uint8Array(CFB.write(container, { type: 'buffer' }))
}
