import { Problem } from './problem.ts'

/** The server has done it before, and the answer was lost with the process that gave it. */
const CODE = 'kernel.answer-not-kept'

type Listener = () => void
const listeners = new Set<Listener>()

/** Calls `listener` for each write that stands and whose answer was lost. Returns how to end that. */
export function onAnswerLost(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const isAnswerLost = (error: unknown): boolean => error instanceof Problem && error.code === CODE

/**
 * A write that stands must not read as a failure: what waits for its answer waits on, and the person is told that it is done
 * and loads the page again. @throws the problem itself where nobody is there to tell it
 */
export function tellAnswerLost(problem: Problem): Promise<never> {
  if (listeners.size === 0) throw problem
  for (const listener of listeners) listener()
  return new Promise(() => {})
}
