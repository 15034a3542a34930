import { requestHeaders } from './client.ts'
import { Problem } from './problem.ts'

/** A sheet that the server makes, with the name that it gives it. */
export interface TableFile {
  readonly content: Blob
  readonly fileName: string
}

type Asked = Readonly<Record<string, string | number | undefined>>

/** Fetches what a screen shows as a workbook, in the language on screen. @throws Problem with the server's sentence */
export async function fetchWorkbook(path: string, query: Asked): Promise<TableFile> {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  )
  const search = new URLSearchParams([
    ...given.map(([name, value]) => [name, String(value)]),
    ['format', 'xlsx'],
  ])
  const response = await fetch(`${path}?${search}`, { headers: requestHeaders() }).catch(() => {
    throw new Problem(0, null)
  })
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => null))
  return {
    content: await response.blob(),
    fileName: fileNameOf(response.headers.get('content-disposition')) ?? 'table.xlsx',
  }
}

/** RFC 6266: the name in UTF-8 where it is given so. */
export function fileNameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1]
}
