interface Page {
  readonly total: number
}

/** As many as one question may ask for. */
const PAGE_SIZE = 200

/** The first page of an answer, and the rows of all of them: a file is not cut off where a screen is. */
export async function allPages<P extends Page, R>(
  ask: (page: { page: number; pageSize: number; points: number }) => Promise<P>,
  rowsOf: (page: P) => readonly R[],
): Promise<{ first: P; rows: R[] }> {
  // A file draws no lines.
  const pageOf = (page: number) => ask({ page, pageSize: PAGE_SIZE, points: 1 })
  const first = await pageOf(1)
  const rows = [...rowsOf(first)]
  for (let page = 2; rows.length < first.total; page++) {
    const next = rowsOf(await pageOf(page))
    if (next.length === 0) break
    rows.push(...next)
  }
  return { first, rows }
}
