import { memo, type RefObject, useEffect, useMemo } from 'react'
import type { Article, Report, Statement } from '../../../../api/model.ts'
import type { Focus } from '../focus.ts'
import { ArticleMark } from './article-mark.tsx'
import { articleMarks } from './article-marks.ts'
import { statusOfWords, type TextLine, textLines } from './text-lines.ts'
import { useLitMarks } from './use-lit-marks.ts'

const LINES_PER_BLOCK = 40

interface ReceivedTextProps {
  paneRef: RefObject<HTMLDivElement | null>
  report: Report
  statements: readonly Statement[]
  focus: Focus
}

/** The text as received, line by line, with every quote underlined by its kind. */
export function ReceivedText({ paneRef, report, statements, focus }: ReceivedTextProps) {
  const lines = useMemo(() => textLines(report.text, statements), [report.text, statements])
  const marks = useMemo(() => articleMarks(report.text, report.articles), [report])
  const blocks = useMemo(() => blocksOf(lines), [lines])
  useLitMarks(paneRef, focus)
  useEffect(() => {
    const pane = paneRef.current
    const idsAt = (event: Event) =>
      (event.target as Element).closest?.('[data-ids]')?.getAttribute('data-ids')
    const hover = (event: Event) => focus.hover(idsAt(event)?.split(' ')[0] ?? null, 'text')
    const choose = (event: Event) => {
      const ids = idsAt(event)?.split(' ')
      if (ids && window.getSelection()?.isCollapsed) focus.choose(nextOf(ids, focus.activeId()), 'text')
    }
    pane?.addEventListener('mouseover', hover)
    pane?.addEventListener('mouseleave', hover)
    pane?.addEventListener('click', choose)
    return () => {
      pane?.removeEventListener('mouseover', hover)
      pane?.removeEventListener('mouseleave', hover)
      pane?.removeEventListener('click', choose)
    }
  }, [paneRef, focus])
  return blocks.map((block) => <Block key={block.key} block={block} marks={marks} />)
}

/** A second click on words under several statements goes to the next of them. */
function nextOf(ids: readonly string[], activeId: string | null): string {
  const at = activeId === null ? -1 : ids.indexOf(activeId)
  return ids[(at + 1) % ids.length]!
}

interface LineBlock {
  readonly key: number
  readonly lines: readonly TextLine[]
  readonly signature: string
}

function blocksOf(lines: readonly TextLine[]): LineBlock[] {
  return Array.from({ length: Math.ceil(lines.length / LINES_PER_BLOCK) }, (_, index) => {
    const part = lines.slice(index * LINES_PER_BLOCK, (index + 1) * LINES_PER_BLOCK)
    return { key: index, lines: part, signature: part.map((line) => line.signature).join('\n') }
  })
}

const Block = memo(
  function Block({ block, marks }: { block: LineBlock; marks: ReadonlyMap<number, Article> }) {
    return (
      <div className="received-block">
        {block.lines.map((line) => (
          <Line key={line.start} line={line} article={marks.get(line.start)} />
        ))}
      </div>
    )
  },
  (before, after) => before.block.signature === after.block.signature && before.marks === after.marks,
)

const Line = memo(
  function Line({ line, article }: { line: TextLine; article: Article | undefined }) {
    return (
      <>
        {article && <ArticleMark article={article} />}
        <p data-offset={line.start}>
          {line.segments.map(({ start, text, statements }) => {
            const top = statements[0]
            if (!top) {
              return (
                <span key={start} data-offset={start}>
                  {text}
                </span>
              )
            }
            return (
              <mark
                key={start}
                data-offset={start}
                data-ids={statements.map(({ id }) => id).join(' ')}
                className={`quote kind-${top.kind} is-${statusOfWords(statements)}`}
              >
                {text}
              </mark>
            )
          })}
        </p>
      </>
    )
  },
  (before, after) => before.line.signature === after.line.signature && before.article === after.article,
)
