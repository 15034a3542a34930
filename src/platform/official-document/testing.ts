import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { getDocumentProxy } from 'unpdf'

const run = promisify(execFile)

/** LibreOffice, which lays pages out; `npm test` installs it where it may. */
export const SOFFICE = process.env.QUARTERDECK_SOFFICE ?? onPath('soffice')

function onPath(name: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** The faces of official documents are nobody's to hand out: tests lay out with Noto's, whose characters are as wide. */
const FACES: readonly (readonly [string, string])[] = [
  ['仿宋_GB2312', 'Noto Serif CJK SC'],
  ['方正小标宋简体', 'Noto Serif CJK SC'],
  ['宋体', 'Noto Serif CJK SC'],
  ['楷体_GB2312', 'Noto Serif CJK SC'],
  ['黑体', 'Noto Sans CJK SC'],
]

function fontSettings(): string {
  const rules = FACES.map(
    ([name, instead]) =>
      `<match target="pattern"><test qual="any" name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${instead}</string></edit></match>`,
  )
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${rules.join('')}</fontconfig>`
}

/** The pages of documents as LibreOffice lays them out. */
export const toPdfs = (documents: readonly Uint8Array[]) => convert(documents, 'pdf')

/** Documents as another word processor saves them. */
export const savedElsewhere = (documents: readonly Uint8Array[]) => convert(documents, 'docx')

/** All in one start of LibreOffice, which is most of the time. */
async function convert(documents: readonly Uint8Array[], to: 'pdf' | 'docx'): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-pdf-'))
  const at = (name: string) => join(folder, name)
  try {
    await writeFile(at('fonts.conf'), fontSettings())
    const names = documents.map((_, index) => `document-${index}`)
    await Promise.all(documents.map((docx, index) => writeFile(at(`${names[index]}.docx`), docx)))
    // A profile of its own: LibreOffice does nothing where another one runs with the same.
    const profile = `-env:UserInstallation=${pathToFileURL(at('profile'))}`
    const files = names.map((name) => at(`${name}.docx`))
    await run(
      SOFFICE ?? 'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', at('out'), ...files],
      { env: { ...process.env, FONTCONFIG_FILE: at('fonts.conf'), HOME: folder }, timeout: 240_000 },
    )
    return await Promise.all(
      names.map(async (name) => new Uint8Array(await readFile(at(`out/${name}.${to}`)))),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A line of a page: where it stands in millimetres from the upper left corner, and what it says. */
export interface PrintedLine {
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly points: number
  readonly text: string
}

/** The lines of each page, from above. */
export async function readPages(pdf: Uint8Array): Promise<PrintedLine[][]> {
  const proxy = await getDocumentProxy(pdf)
  const pages: PrintedLine[][] = []
  for (let number = 1; number <= proxy.numPages; number++) {
    const page = await proxy.getPage(number)
    const height = page.getViewport({ scale: 1 }).height
    const { items } = await page.getTextContent()
    const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
    const rows = Map.groupBy(words, ({ transform }) => Math.round((height - transform[5]) / 3))
    const lines = [...rows.values()].map((row) => {
      const inOrder = row.toSorted((a, b) => a.transform[4] - b.transform[4])
      return {
        left: mm(inOrder[0]?.transform[4]),
        right: mm(Math.max(...row.map(({ transform, width }) => transform[4] + width))),
        baseline: mm(height - row[0]?.transform[5]),
        points: Math.abs(row[0]?.transform[3] ?? 0),
        text: inOrder.map(({ str }) => str).join(''),
      }
    })
    pages.push(lines.toSorted((a, b) => a.baseline - b.baseline))
  }
  return pages
}

const mm = (points: number | undefined) => ((points ?? 0) / 72) * 25.4
