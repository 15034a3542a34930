import type { Article } from '../../../../api/model.ts'

/** Before which offset each article's mark stands: at its printed title where that is found, else at its body. */
export function articleMarks(text: string, articles: readonly Article[]): ReadonlyMap<number, Article> {
  const marks = new Map<number, Article>()
  let earliest = 0
  for (const article of [...articles].sort((a, b) => a.span[0] - b.span[0])) {
    const [start, end] = article.span
    const title = article.title ? text.lastIndexOf(article.title, start) : -1
    const offset = title >= earliest ? title : start
    marks.set(lineStart(text, offset), article)
    earliest = Math.max(earliest, Math.min(end, start + 1))
  }
  return marks
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}
