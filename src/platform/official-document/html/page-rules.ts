import styles from '../styles.json' with { type: 'json' }
import type { XmlElement } from '../xml/parse-xml.ts'
import { childOf } from '../xml/walk-xml.ts'

/** The page as the document has it, printed with its numbers outside; on a screen, a sheet of paper. */
export function pageRules(section: XmlElement | undefined): string {
  const size = childOf(section, 'w:pgSz')?.attributes ?? {}
  const margin = childOf(section, 'w:pgMar')?.attributes ?? {}
  const mm = (twips: string | undefined, otherwise: number) =>
    Math.round((twips === undefined ? otherwise : (Number(twips) / 1440) * 25.4) * 10) / 10
  const page = [mm(size['w:w'], 210), mm(size['w:h'], 297)]
  const edges = (['top', 'right', 'bottom', 'left'] as const).map((edge) => mm(margin[`w:${edge}`], 30))
  const margins = edges.map((edge) => `${edge}mm`).join(' ')
  const number =
    "content:'— ' counter(page) ' —';font:14pt SimSun,'Noto Serif CJK SC',serif;vertical-align:top;padding-top:5mm"
  return `@page{size:${page.map((length) => `${length}mm`).join(' ')};margin:${margins}}
@page:right{@bottom-right{${number}}}
@page:left{@bottom-left{${number}}}
body{margin:0;background:#e7eaee}
main{box-sizing:border-box;width:${page[0]}mm;min-height:${page[1]}mm;margin:8mm auto;padding:${margins};background:#fff;font:16pt 'FangSong','Noto Serif CJK SC',serif}
p,h1,h2,h3,h4,h5{margin:0;font-size:1em;font-weight:normal;box-sizing:border-box}
table{width:100%;table-layout:fixed;border-collapse:collapse;page-break-inside:auto}
td,th{border:.5pt solid #000;padding:2pt 4pt;vertical-align:middle;font-weight:normal}
table.open td{border-left:0;border-right:0}
tr{break-inside:avoid}thead{display:table-header-group}
img{max-width:100%}.tab{display:inline-block;min-width:2em}.page{break-after:page}
body{counter-reset:one}
${ladder()}
@media print{body{background:none}main{width:auto;min-height:0;margin:0;padding:0}}`
}

/** The numbers of headings, which Word reckons itself. */
function ladder(): string {
  const names = ['one', 'two', 'three', 'four']
  return styles.ladder
    .map((text, level) => {
      const style = level < 2 ? 'simp-chinese-informal' : 'decimal'
      const [before = '', after = ''] = text.split(/%\d/)
      const reset = names[level + 1] ? `;counter-reset:${names[level + 1]}` : ''
      return `.ladder-${level + 1}{counter-increment:${names[level]}${reset}}.ladder-${level + 1}::before{content:'${before}' counter(${names[level]},${style}) '${after}'}`
    })
    .join('\n')
}
