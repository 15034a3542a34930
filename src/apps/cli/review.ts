import type { Command } from 'commander'
import { registerReviewDocument } from './review-document.ts'
import { registerReviewTemplate } from './review-template.ts'
import type { Shell } from './shell.ts'

/** `quarterdeck review`: the documents of quarterly reviews, and the templates that they are made by. */
export function registerReview(program: Command, shell: Shell): void {
  const review = program.command('review').description(shell.text('cli.review'))
  registerReviewDocument(review, shell)
  registerReviewTemplate(review, shell)
}
