import { createHash } from 'node:crypto'
import { drawPng } from '../charts/draw-png.ts'
import { openParts } from '../docx/open-parts.ts'
import type { Picture } from '../docx/picture-list.ts'
import { writeHtml } from '../html/write-html.ts'
import type { Chart } from '../model.ts'
import { requireSound } from '../template/check-template.ts'
import { fillTemplate } from '../template/fill-template.ts'
import { openTemplate } from '../template/open-template.ts'
import type { RenderTask } from './render-task.ts'

const MOST_KEPT = 256
const kept = new Map<string, Picture>()

/** A chart that was drawn lately is not drawn again: the same figures stand in several documents of one review. */
export function drawOnce(chart: Chart): Picture | undefined {
  const key = createHash('sha256').update(JSON.stringify(chart)).digest('hex')
  const picture = kept.get(key) ?? drawPng(chart)
  if (!picture) return undefined
  kept.delete(key)
  kept.set(key, picture)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest) kept.delete(oldest)
  return picture
}

/** Makes the document here and now; a server asks `renderDocument`. @throws what `openTemplate` and `requireSound` throw */
export function renderNow({ template, fields, values, title, format, lang }: RenderTask): Uint8Array {
  const opened = openTemplate(template)
  requireSound(opened, fields)
  const { docx } = fillTemplate(opened, { fields, values, title, draw: drawOnce })
  return format === 'docx' ? docx : Buffer.from(writeHtml(openParts(docx), { title, lang }))
}
