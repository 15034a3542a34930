import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { fetchWorkbook } from '../../../api/table-file.ts'
import { saveFile } from '../../../ui/chart/save-file.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

interface XlsxButtonProps {
  /** Of the route that hands the file out. */
  path: string
  /** The question of the screen; what is undefined is not asked. */
  query?: Readonly<Record<string, string | number | undefined>>
}

/** What is on screen as a workbook with real numbers, made by the server. */
export function XlsxButton({ path, query = {} }: XlsxButtonProps) {
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const fetching = useMutation({
    mutationFn: () => fetchWorkbook(path, query),
    onSuccess: ({ content, fileName }) => saveFile(content, fileName),
    onError: (error) => {
      message.error(sentence(error))
    },
  })
  return (
    <Button loading={fetching.isPending} onClick={() => fetching.mutate()}>
      XLSX
    </Button>
  )
}
