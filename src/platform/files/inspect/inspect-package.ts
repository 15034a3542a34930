import { setImmediate as breathe } from 'node:timers/promises'
import { invalid } from '../../../kernel/errors.ts'
import { type OpenZip, openZip, type ZipLimits } from '../../zip/index.ts'
import { contentTypes } from './content-types.ts'

const LIMITS: ZipLimits = {
  maxZipEntries: 10_000,
  maxInflatedBytes: 100 * 1024 * 1024,
  maxInflationRatio: 200,
}

/** The content type of the main part names the format (ECMA-376 part 1, 15.2). */
const OOXML = [
  ['docx', /application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml/i],
  ['xlsx', /application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml/i],
  ['pptx', /application\/vnd\.openxmlformats-officedocument\.presentationml\.presentation\.main\+xml/i],
] as const

const OPEN_DOCUMENT = new Map([
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
])

/** By content type, because the parts may have any name: VBA, macro-enabled main parts, macro sheets of Excel 4, ActiveX. */
const MACRO_TYPES = /vbaProject|macroEnabled|macrosheet|vnd\.ms-office\.activeX/i
const MACRO_PARTS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets\/.+|activeX\/.+\.bin)$/i
/** Basic libraries and scripts ([ODF 1.3] part 2); the two listings alone are no code. */
const OPEN_DOCUMENT_MACROS = /^(?:Basic\/.+\/(?!script-l[bc]\.xml$)[^/]+|Scripts\/.+[^/])$/i

/**
 * What a zip container is: Office Open XML, OpenDocument, OFD (GB/T 33190), or `zip`. Every entry is unfolded once, so
 * that a directory that lies about sizes is found out here and not by who opens the file.
 * @throws `platform.file-macros`, `platform.file-encrypted`, what `openZip` throws
 */
export async function inspectPackage(bytes: Uint8Array): Promise<string> {
  const zip = openZip(bytes, LIMITS)
  if (new Set(zip.names.map((name) => name.toLowerCase())).size !== zip.names.length)
    throw invalid('platform.zip-damaged', { part: 'zip' })
  for (const name of zip.names) {
    zip.read(name)
    await breathe()
  }
  return openXmlType(zip) ?? openDocumentType(zip) ?? (zip.names.includes('OFD.xml') ? 'ofd' : 'zip')
}

function openXmlType(zip: OpenZip): string | undefined {
  const declared = textOf(zip, '[Content_Types].xml')
  if (declared === undefined) return undefined
  const types = contentTypes(declared, zip.names)
  const hasMacros =
    types.some((type) => MACRO_TYPES.test(type)) || zip.names.some((name) => MACRO_PARTS.test(name))
  if (hasMacros) throw invalid('platform.file-macros')
  return OOXML.find(([, mainPart]) => types.some((type) => mainPart.test(type)))?.[0]
}

function openDocumentType(zip: OpenZip): string | undefined {
  const type = OPEN_DOCUMENT.get(textOf(zip, 'mimetype')?.trim() ?? '')
  if (type === undefined) return undefined
  if (/encryption-data/.test(textOf(zip, 'META-INF/manifest.xml') ?? ''))
    throw invalid('platform.file-encrypted')
  if (zip.names.some((name) => OPEN_DOCUMENT_MACROS.test(name))) throw invalid('platform.file-macros')
  return type
}

function textOf(zip: OpenZip, name: string): string | undefined {
  const bytes = zip.read(name)
  return bytes && new TextDecoder().decode(bytes)
}
