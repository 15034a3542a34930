import fonts from '../fonts.json' with { type: 'json' }
import layout from '../layout.json' with { type: 'json' }

/** Twentieths of a point, in which Word measures. */
export const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)
export const emu = (millimetres: number) => Math.round(millimetres * 36_000)

const { page, margins, grid } = layout
const blockWidth = page.width - margins.left - margins.right
const blockHeight = page.height - margins.top - margins.bottom

/** The text block (版心) in twips, and its pitch: 22 lines fit into its height, 28 characters into its width. */
export const block = {
  widthMm: blockWidth,
  width: twips(blockWidth),
  line: Math.floor(twips(blockHeight) / grid.lines),
  /** What is taken from each character of the body so that 28 stand in a line of 156 mm. */
  spacing: Math.floor(twips(blockWidth) / grid.characters - layout.bodyPoints * 20),
  character: Math.floor(twips(blockWidth) / grid.characters),
} as const

export type FontRole = 'title' | 'body' | 'black' | 'kai' | 'song'

/** One face for all scripts: half-width digits of a Chinese face are half a character. */
export const face = (role: FontRole) => {
  const { name } = fonts[role]
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
}
