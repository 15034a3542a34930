import { deflateSync } from 'node:zlib'
import { CFB } from '@e965/xlsx'
import { strToU8, type Zippable, zipSync } from 'fflate'

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

const MAIN_PART = {
  docx: [
    'word/document.xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  ],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  pptx: [
    'ppt/presentation.xml',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  ],
  docm: ['word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
} as const

/** An Office Open XML package with nothing but its main part, and `more`. */
export function makeOoxml(kind: keyof typeof MAIN_PART, more: Zippable = {}): Uint8Array {
  const [part, type] = MAIN_PART[kind]
  const types = `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${type}"/></Types>`
  return zipSync({ '[Content_Types].xml': strToU8(types), [part]: strToU8('<x/>'), ...more })
}

/** An OpenDocument package, and `more`. */
export function makeOpenDocument(kind: string, more: Zippable = {}): Uint8Array {
  const mimetype = strToU8(`application/vnd.oasis.opendocument.${kind}`)
  return zipSync({ mimetype: [mimetype, { level: 0 }], 'content.xml': strToU8('<x/>'), ...more })
}

/** An OLE container with the given streams; a name with a slash stands in a storage. */
export function makeOleContainer(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, content)
  return new Uint8Array(CFB.write(container, { type: 'buffer' }))
}

/** A PDF of the given object bodies; whether a reader would draw it does not matter here. */
export function makeRawPdf(...objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = objects.flatMap((body, index) => [
    Buffer.from(`${index + 1} 0 obj\n`),
    typeof body === 'string' ? Buffer.from(body, 'latin1') : Buffer.from(body),
    Buffer.from('\nendobj\n'),
  ])
  return Uint8Array.from(
    Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('trailer <</Root 1 0 R>>\n%%EOF\n')]),
  )
}

/** An object stream (ISO 32000-1, 7.5.7) that holds `inside`. */
export function makeObjectStream(inside: string, dictionary = '/Filter /FlateDecode'): Uint8Array {
  const body = deflateSync(Buffer.from(`1 0 ${inside}`))
  const head = `<</Type /ObjStm /N 1 /First 4 ${dictionary} /Length ${body.length}>>\nstream\r\n`
  return Uint8Array.from(Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream')]))
}
