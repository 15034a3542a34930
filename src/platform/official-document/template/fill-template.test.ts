import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../docx/write-docx.ts'
import { pagePolicy } from '../html/page-policy.ts'
import { writeHtml } from '../html/write-html.ts'
import type { Block, Chart } from '../model.ts'
import { renderDocument } from '../render/render-document.ts'
import { drawOnce, renderNow } from '../render/render-now.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { descendantsOf, textOf } from '../xml/walk-xml.ts'
import { templateFaults } from './check-template.ts'
import type { Field, FieldValues } from './fields.ts'
import { fillTemplate } from './fill-template.ts'
import { openTemplate } from './open-template.ts'

const words = (key: string, name: string, isRequired = false): Field => ({
  key,
  name,
  kind: 'words',
  isRequired,
})
const fields: readonly Field[] = [
  words('title', '标题', true),
  {
    key: 'units',
    name: '单位',
    kind: 'list',
    isRequired: true,
    fields: [
      words('name', '名称'),
      { key: 'lines', name: '条目', kind: 'list', fields: [words('text', '文字', true)] },
      {
        key: 'ranks',
        name: '位次',
        kind: 'list',
        fields: [words('indicator', '指标'), words('rank', '名次')],
      },
      { key: 'chart', name: '图', kind: 'picture' },
    ],
  },
]
const chart: Chart = {
  title: '增速',
  categories: ['一季度'],
  series: [{ name: '本区', kind: 'bar', values: [5.2] }],
}

const template = (blocks: readonly Block[]) => writeDocx({ title: '{{标题}}', blocks }, drawOnce)
const mark = (text: string): Block => ({ kind: 'mark', words: text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', words: text })

const whole = template([
  mark('{{#单位}}'),
  { kind: 'heading', level: 1, words: '{{序号}}·{{名称}}' },
  paragraph('{{^条目}}没有条目。{{/条目}}{{?条目}}共有：{{#条目}}{{序号}}.{{文字}}；{{/条目}}{{/条目}}'),
  mark('{{?位次}}'),
  {
    kind: 'table',
    columns: [
      { heading: '指标', share: 2 },
      { heading: '名次', share: 1 },
    ],
    rows: [['{{#位次}}{{指标}}', '{{名次}}{{/位次}}']],
  },
  mark('{{/位次}}'),
  { kind: 'picture', words: '{{图}}' },
  mark('{{/单位}}'),
])
const values: FieldValues = {
  title: '通报',
  units: [
    {
      name: '云泊新区',
      lines: [
        {
          text: [
            { text: '增长' },
            { text: '5.2%', source: { href: '/indicators/1', label: '统计局 <2026Q1>' } },
          ],
        },
        { text: '=HYPERLINK("x") & <b>' },
      ],
      ranks: [
        { indicator: '工业', rank: 1 },
        { indicator: '零售', rank: 4 },
      ],
      chart,
    },
    { name: '青渡区', lines: [], ranks: [], chart },
  ],
}
const task = { template: whole, fields, values, title: '通报', lang: 'zh-CN' } as const
const bodyOf = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml']!)
const linesOf = (docx: Uint8Array) =>
  descendantsOf(parseXml(bodyOf(docx)), 'w:p')
    .map(textOf)
    .filter((text) => text !== '')

describe('filling a template', () => {
  it('repeats paragraphs, words inside a line and rows of a table, and leaves out what is not there', () => {
    expect(linesOf(renderNow({ ...task, format: 'docx' }))).toEqual([
      '通报',
      '1·云泊新区',
      '共有：1.增长5.2%；2.=HYPERLINK("x") & <b>；',
      '指标',
      '名次',
      '工业',
      '1',
      '零售',
      '4',
      '2·青渡区',
      '没有条目。',
    ])
  })

  it('marks figures by hidden bookmarks that name their source, and keeps one picture for one chart', () => {
    const parts = unzipSync(renderNow({ ...task, format: 'docx' }))
    const body = strFromU8(parts['word/document.xml']!)
    expect(body).toContain(
      '<w:bookmarkStart w:id="100001" w:name="_Source_1_1"/><w:r><w:t xml:space="preserve">5.2%</w:t></w:r><w:bookmarkEnd w:id="100001"/>',
    )
    expect(strFromU8(parts['customXml/quarterdeck-sources.xml']!)).toContain(
      '<source number="1" href="/indicators/1" text="5.2%">统计局 &lt;2026Q1&gt;</source>',
    )
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
    expect(body.match(/descr="增速\. 本区: 一季度 5\.2"/g)).toHaveLength(4)
  })

  it('tells the figures of a chart in words where there is no face to draw it with', () => {
    const opened = openTemplate(whole)
    const { docx } = fillTemplate(opened, { fields, values, title: '', draw: () => undefined })
    expect(linesOf(docx)).toContain('增速. 本区: 一季度 5.2')
  })

  it('finds placeholders that Word tore into runs, full-width ones and those of a former spelling of spaces', () => {
    const parts = unzipSync(whole)
    const torn = strFromU8(parts['word/document.xml']!).replace(
      '<w:t xml:space="preserve">{{序号}}·{{名称}}</w:t>',
      '<w:t>{</w:t></w:r><w:proofErr w:type="gramStart"/><w:r><w:t>{ 序</w:t></w:r><w:r><w:t>号 }}·｛｛名</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>称}</w:t></w:r><w:r><w:t>}</w:t>',
    )
    const docx = zipSync({ ...parts, 'word/document.xml': strToU8(torn) })
    expect(linesOf(renderNow({ ...task, template: docx, format: 'docx' }))[1]).toBe('1·云泊新区')
  })

  it('fills a line the same however Word has torn it into runs', () => {
    const line = '{{?条目}}共有：{{#条目}}{{序号}}.｛｛ 文字 ｝｝；{{/条目}}{{/条目}}完'
    const parts = unzipSync(template([mark('{{#单位}}'), paragraph('LINE'), mark('{{/单位}}')]))
    const body = strFromU8(parts['word/document.xml']!)
    const filled = (pieces: readonly string[]) => {
      const runs = pieces.map((piece) => `<w:t xml:space="preserve">${piece}</w:t>`)
      const torn = body.replace('<w:t xml:space="preserve">LINE</w:t>', runs.join('</w:r><w:r><w:rPr/>'))
      return linesOf(
        renderNow({
          ...task,
          template: zipSync({ ...parts, 'word/document.xml': strToU8(torn) }),
          format: 'docx',
        }),
      )
    }
    const whole = ['通报', '共有：1.增长5.2%；2.=HYPERLINK("x") & <b>；完', '完']
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(line.length), { maxLength: 12 }), (cuts) => {
        const ends = [0, ...cuts.sort((a, b) => a - b), line.length]
        expect(filled(ends.slice(1).map((end, index) => line.slice(ends[index], end)))).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })

  it('is the same in its own thread, and the same file each time', async () => {
    const [once, again] = await Promise.all([
      renderDocument({ ...task, format: 'docx' }),
      renderDocument({ ...task, format: 'docx' }),
    ])
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true)
    await expect(
      renderDocument({ ...task, fields: fields.slice(0, 1), format: 'docx' }),
    ).rejects.toMatchObject({
      code: 'platform.template-unknown',
      details: { tag: '{{#单位}}' },
    })
  })

  it('becomes a page whose words are escaped, with the chart told in words', () => {
    const page = Buffer.from(renderNow({ ...task, format: 'html' })).toString()
    expect(page).toContain('=HYPERLINK(&quot;x&quot;) &amp; &lt;b&gt;')
    expect(page).toContain('@page{size:210mm 297mm;margin:37mm 26mm 35mm 28mm}')
    expect(page).toMatch(/<img alt="增速\. 本区: 一季度 5\.2"/)
    expect(page).toContain('<th scope="col">')
    expect(page).not.toContain('<script')
  })

  it('knows its styles by their names after a Chinese Word has given them other ids', () => {
    const parts = unzipSync(whole)
    const renamed = (name: string) =>
      strToU8(strFromU8(parts[name]!).replaceAll('"QdTitle"', '"a3"').replaceAll('"QdHeading1"', '"1"'))
    const saved = { ...parts }
    for (const name of ['word/styles.xml', 'word/document.xml', 'word/numbering.xml'])
      saved[name] = renamed(name)
    const title = '关于二〇二六年第一季度重点工作推进情况的通报'
    const asked = { ...task, template: zipSync(saved), values: { ...values, title } }
    expect(linesOf(renderNow({ ...asked, format: 'docx' }))[0]).toContain('关于二〇二六年第一季度\n重点工作')
    const page = Buffer.from(renderNow({ ...asked, format: 'html' })).toString()
    expect(page).toMatch(/<h1 class="d-a3">/)
    expect(page).toContain('<h2 class="d-1 ladder-1">')
  })

  it('lets no name of a style or face break out of the style sheet', () => {
    const parts = unzipSync(whole)
    const styles = strFromU8(parts['word/styles.xml']!).replaceAll('黑体', "黑'}&lt;/style&gt;&lt;script&gt;")
    const page = writeHtml({ ...parts, 'word/styles.xml': strToU8(styles) }, { title: 'x', lang: 'zh-CN' })
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).not.toContain('<script')
  })

  it('keeps every look in the one style element that the policy of its page names', () => {
    const page = Buffer.from(renderNow({ ...task, format: 'html' })).toString()
    expect(page).not.toMatch(/\sstyle=/)
    const css = /<style>(.*?)<\/style>/s.exec(page)![1]!
    for (const [, names] of page.matchAll(/class="([^"]*)"/g))
      for (const name of names!.split(' ').filter((each) => each.startsWith('l-')))
        expect(css).toContain(`\n.${name}{`)
    const hash = createHash('sha256').update(css).digest('base64')
    expect(pagePolicy(Buffer.from(page))).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; frame-ancestors 'self'`,
    )
  })
})

describe('a template that cannot be filled', () => {
  const faults = (blocks: readonly Block[]) =>
    templateFaults(openTemplate(template(blocks)), fields).map(
      ({ kind, tag, near }) => `${kind} ${tag} ${near}`,
    )
  const units = (...blocks: Block[]) => [mark('{{#单位}}'), ...blocks, mark('{{/单位}}')]

  it.each([
    ['nobody knows', units(paragraph('见{{单位名}}')), ['unknown {{单位名}} 见{{单位名}}']],
    ['outside its list', [...units(), paragraph('{{名称}}')], ['unknown {{名称}} {{名称}}']],
    ['unfinished', units(paragraph('见{{名称}')), ['unfinished {{ 见{{名称}']],
    ['never closed', [mark('{{#单位}}')], ['unclosed {{#单位}} {{#单位}}']],
    ['never opened', [...units(), mark('{{/条目}}')], ['unopened {{/条目}} {{/条目}}']],
    [
      'crossing',
      [mark('{{#单位}}'), mark('{{?名称}}'), mark('{{/单位}}'), mark('{{/名称}}')],
      ['across {{/单位}} {{/单位}}', 'across {{/名称}} {{/名称}}'],
    ],
    ['a list as a word', units(paragraph('{{条目}}')), ['is-a-list {{条目}} {{条目}}', 'missing {{文字}} ']],
    [
      'a word as a list',
      units(paragraph('{{#名称}}x{{/名称}}')),
      ['not-a-list {{#名称}} {{#名称}}x{{/名称}}'],
    ],
    ['that is missing', [], ['missing {{#单位}} ']],
  ])('says which placeholder is %s, and where', (_, blocks, expected) => {
    expect(faults(blocks)).toEqual(expected)
  })

  it('is refused when it unfolds to too much, has a document type, or is no document', () => {
    const parts = unzipSync(whole)
    const bomb = zipSync({ ...parts, 'word/media/a.bin': new Uint8Array(45 * 1024 * 1024) })
    expect(() => openTemplate(bomb)).toThrow(/zip-bomb/)
    const entity = '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'
    expect(() => openTemplate(zipSync({ ...parts, 'word/document.xml': strToU8(entity) }))).toThrow(
      /template-unreadable/,
    )
    expect(() => openTemplate(zipSync({ 'a.txt': strToU8('x') }))).toThrow(/template-unreadable/)
    expect(() => openTemplate(new Uint8Array(6 * 1024 * 1024))).toThrow(/template-too-large/)
  })

  it('is refused when Word would fetch something by itself, and loses the template that Word had attached', () => {
    const parts = unzipSync(whole)
    const outside = (type: string, target: string) =>
      strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" Title="a>b" TargetMode="External"/></Relationships>`,
      )
    const fetching = { ...parts, 'word/_rels/footer1.xml.rels': outside('image', 'http://a/b.png') }
    expect(() => openTemplate(zipSync(fetching))).toThrow(/template-external.*http:\/\/a\/b\.png/)
    const field = strFromU8(parts['word/document.xml']!).replace(
      '<w:sectPr',
      '<w:p><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://a"</w:instrText></w:r></w:p><w:sectPr',
    )
    expect(() => openTemplate(zipSync({ ...parts, 'word/document.xml': strToU8(field) }))).toThrow(
      /template-external.*INCLUDEPICTURE/,
    )
    const linking = { ...parts, 'word/_rels/footer1.xml.rels': outside('hyperlink', 'http://a/') }
    expect(openTemplate(zipSync(linking)).problems).toEqual([])
    const settings = strFromU8(parts['word/settings.xml']!).replace(
      '<w:zoom',
      '<w:attachedTemplate r:id="rId1"/><w:zoom',
    )
    const attached = {
      ...parts,
      'word/settings.xml': strToU8(settings),
      'word/_rels/settings.xml.rels': outside('attachedTemplate', 'file:///C:/office.dotx'),
    }
    const opened = openTemplate(zipSync(attached))
    expect(strFromU8(opened.parts['word/settings.xml']!)).not.toContain('attachedTemplate')
    expect(strFromU8(opened.parts['word/_rels/settings.xml.rels']!)).not.toContain('office.dotx')
  })
})
