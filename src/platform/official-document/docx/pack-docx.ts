import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate'
import { escapeXml } from '../xml/escape-xml.ts'
import type { PictureList } from './picture-list.ts'
import type { NumberedSource } from './source-list.ts'

export type Parts = Readonly<Record<string, Uint8Array>>

const RELATIONS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const SOURCES = 'customXml/quarterdeck-sources.xml'
const CUSTOM = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'
/** The first day that a zip can name: the same content is the same file. */
const MTIME = '1980-01-01T00:00:00'

/** The parts as one file, with pictures and with the list of sources that the hidden bookmarks name by number. */
export function packDocx(
  parts: Parts,
  pictures: PictureList,
  sources: readonly NumberedSource[],
): Uint8Array {
  const files: Zippable = {}
  for (const [name, bytes] of Object.entries(parts)) files[name] = [bytes, { mtime: MTIME }]
  const relations = [...pictures.relations]
  if (sources.length > 0) {
    relations.push(`<Relationship Id="rIdSources" Type="${CUSTOM}" Target="../${SOURCES}"/>`)
    files[SOURCES] = [strToU8(sourcesXml(sources)), { mtime: MTIME }]
  }
  for (const [name, png] of pictures.media) files[name] = [png, { level: 0, mtime: MTIME }]
  if (relations.length > 0) files[RELATIONS] = [withRelations(parts, relations), { mtime: MTIME }]
  if (pictures.media.size > 0) files[TYPES] = [withPng(parts), { mtime: MTIME }]
  return zipSync(files, { level: 6 })
}

function withRelations(parts: Parts, relations: readonly string[]): Uint8Array {
  const text = textOf(parts, RELATIONS).replace(/<Relationship [^>]*rId(?:Picture\d+|Sources)"[^>]*\/>/g, '')
  return strToU8(text.replace('</Relationships>', `${relations.join('')}</Relationships>`))
}

function withPng(parts: Parts): Uint8Array {
  const text = textOf(parts, TYPES)
  if (/Extension="png"/i.test(text)) return strToU8(text)
  return strToU8(text.replace(/<(Override|\/Types)/, '<Default Extension="png" ContentType="image/png"/><$1'))
}

const textOf = (parts: Parts, name: string) => strFromU8(parts[name] ?? new Uint8Array())

function sourcesXml(sources: readonly NumberedSource[]): string {
  const lines = sources.map(
    ({ number, href, label, text }) =>
      `<source number="${number}" href="${escapeXml(href)}" text="${escapeXml(text)}">${escapeXml(label)}</source>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sources xmlns="urn:quarterdeck:sources">${lines.join('')}</sources>`
}
