import type { StepDraft } from './step-form.ts'

/** A form's values as the body of a request: what was left empty is left out, so that the server's own defaults hold. */
export function bodyOfDraft(draft: StepDraft): StepDraft {
  return Object.fromEntries(
    Object.entries(draft)
      .map(([name, value]): [string, unknown] => [
        name,
        Array.isArray(value) ? value.map(bodyOfEntry) : value,
      ])
      .filter(([, value]) => value !== undefined && value !== ''),
  )
}

function bodyOfEntry(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null ? bodyOfDraft(entry as StepDraft) : entry
}
