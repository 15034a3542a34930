import { fill } from '../i18n/index.ts'

interface Issue {
  keyword: string
  instancePath: string
  params?: Record<string, unknown>
  message?: string
}

interface OwnRule extends Record<string, unknown> {
  keyword?: string
}

/** Each field that zod refused: its path (`body.spans.0`) and a sentence in the reader's language. */
export function fieldProblems(
  error: { validation?: unknown; validationContext?: string },
  messages: Readonly<Record<string, string>>,
): { path: string; message: string }[] {
  const place = error.validationContext ?? 'body'
  return (error.validation as Issue[]).map((issue) => {
    const path = issue.instancePath.split('/').filter(Boolean)
    return { path: [place, ...path].join('.'), message: sentence(issue, messages) }
  })
}

function sentence(issue: Issue, messages: Readonly<Record<string, string>>): string {
  // zod says only in its own words that a field is missing: it reports a wrong type and the input `undefined`.
  const isMissing = issue.keyword === 'invalid_type' && issue.message?.endsWith('received undefined')
  // The word `regex` tells nobody what to write.
  const isPattern = issue.keyword === 'invalid_format' && issue.params?.format === 'regex'
  // A rule of our own brings its keyword and what its sentence names.
  const own = issue.keyword === 'custom' ? (issue.params?.params as OwnRule | undefined) : undefined
  const keyword = isMissing ? 'required' : isPattern ? 'pattern' : (own?.keyword ?? issue.keyword)
  const key = `kernel.field.${keyword}`
  return fill(messages[key] ?? messages['kernel.field.other'] ?? '', own ?? issue.params ?? {}, 'en')
}
