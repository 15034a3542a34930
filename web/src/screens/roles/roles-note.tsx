import { Alert } from 'antd'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

/** Why the server refused, beneath the fields. */
export function RolesNote({ error }: { error: unknown }) {
  const sentence = useProblemSentence()
  return error ? <Alert type="error" role="alert" title={sentence(error)} /> : null
}
