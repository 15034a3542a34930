import { useMutation } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'

export type FigureCheck =
  paths['/api/figure-check']['post']['responses']['200']['content']['application/json']
export type CheckFinding = FigureCheck['findings'][number]

/** A text, or a file whose text the server takes out. */
export type CheckInput = ({ file: File } | { text: string }) & { date: string | null }

/** Nothing is stored: the answer lives as long as the screen. */
export function useFigureCheck() {
  return useMutation({
    // The client's own type of a span has lost that it is a pair.
    mutationFn: (input: CheckInput) =>
      answerOf(
        client.POST('/api/figure-check', 'file' in input ? asForm(input) : { body: asText(input) }),
      ) as Promise<unknown> as Promise<FigureCheck>,
  })
}

function asText({ text, date }: { text: string; date: string | null }) {
  return { text, ...(date && { date }) }
}

function asForm({ file, date }: { file: File; date: string | null }) {
  const form = new FormData()
  // Fields go before the file: the server reads the form in its order.
  if (date) form.append('date', date)
  form.append('file', file, file.name)
  return { body: form as never, bodySerializer: (body: unknown) => body as FormData }
}
