import { createHash } from 'node:crypto'
import { chartAlt } from '../charts/chart-alt.ts'
import type { Chart } from '../model.ts'
import { escapeXml } from '../xml/escape-xml.ts'
import { emu } from './measures.ts'

/** A picture with what it says to who cannot see it. */
export interface Picture {
  readonly png: Uint8Array
  readonly widthMm: number
  readonly heightMm: number
  readonly alt: string
}

/** Draws a chart; undefined where it cannot, and its figures are told as text. */
export type Draw = (chart: Chart) => Picture | undefined

/** The pictures of one document; the same one is kept once. */
export interface PictureList {
  /** The run that shows a chart. */
  runXml(chart: Chart): string
  /** Files and relations, to be put into the package. */
  readonly media: ReadonlyMap<string, Uint8Array>
  readonly relations: readonly string[]
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Above what a template's own drawings are numbered by. */
const FIRST_ID = 9000

export function pictureList(draw: Draw): PictureList {
  const known = new Map<string, string>()
  const media = new Map<string, Uint8Array>()
  const relations: string[] = []
  let count = 0
  const idOf = (png: Uint8Array) => {
    const hash = createHash('sha256').update(png).digest('hex').slice(0, 16)
    const found = known.get(hash)
    if (found) return found
    const id = `rIdPicture${known.size + 1}`
    known.set(hash, id)
    media.set(`word/media/chart-${hash}.png`, png)
    relations.push(`<Relationship Id="${id}" Type="${OFFICE}/image" Target="media/chart-${hash}.png"/>`)
    return id
  }
  return {
    media,
    relations,
    runXml(chart) {
      const picture = draw(chart)
      if (!picture) return `<w:r><w:t xml:space="preserve">${escapeXml(chartAlt(chart))}</w:t></w:r>`
      const { png, widthMm, heightMm, alt } = picture
      const id = FIRST_ID + count++
      const size = `cx="${emu(widthMm)}" cy="${emu(heightMm)}"`
      const name = `id="${id}" name="chart ${count}" descr="${escapeXml(alt)}"`
      return `<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${name}/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="${OFFICE}" r:embed="${idOf(png)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    },
  }
}
