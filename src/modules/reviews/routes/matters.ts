import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { addParts } from '../commands/matters/add-parts.ts'
import { beginMatter } from '../commands/matters/begin-matter.ts'
import { changeMatter } from '../commands/matters/change-matter.ts'
import { linkMatterItem } from '../commands/matters/link-matter-item.ts'
import { mergeMatters } from '../commands/matters/merge-matters.ts'
import { splitMatter } from '../commands/matters/split-matter.ts'
import { getMatter } from '../queries/matters/get-matter.ts'
import { listMatters } from '../queries/matters/list-matters.ts'
import {
  AddParts,
  AskMatters,
  BeginMatter,
  ChangeMatter,
  LinkMatterItem,
  MatterDetail,
  Matters,
  MergeMatters,
  SplitMatter,
} from '../schema/matter.ts'

const tags = ['reviews']
const reading = { permission: 'reviews.read' }
const deciding = { permission: 'reviews.decide' }
const params = z.object({ id: z.uuid() })
const response = { 200: MatterDetail }

/** Matters followed over the years. */
export function matterRoutes(app: HttpApp): void {
  app.get(
    '/api/reviews/matters',
    {
      config: reading,
      schema: {
        operationId: 'listMatters',
        summary: 'Shortfalls followed over the years, and pairs that wait for a word',
        tags,
        querystring: AskMatters,
        response: { 200: Matters },
      },
    },
    ({ context, query }) => listMatters(context, query),
  )

  app.post(
    '/api/reviews/matters',
    {
      config: deciding,
      schema: {
        operationId: 'beginMatter',
        summary: 'Hold shortfalls of one unit to be one matter',
        tags,
        body: BeginMatter,
        response,
      },
    },
    ({ context, body }) => beginMatter(context, body),
  )

  app.get(
    '/api/reviews/matters/:id',
    {
      config: reading,
      schema: { operationId: 'getMatter', summary: 'The chain of one matter', tags, params, response },
    },
    ({ context, params }) => getMatter(context, params.id),
  )

  app.patch(
    '/api/reviews/matters/:id',
    {
      config: deciding,
      schema: {
        operationId: 'changeMatter',
        summary: 'Name a matter, or say that it is done with',
        tags,
        params,
        body: ChangeMatter,
        response,
      },
    },
    ({ context, params, body }) => changeMatter(context, params.id, body),
  )

  app.post(
    '/api/reviews/matters/:id/parts',
    {
      config: deciding,
      schema: {
        operationId: 'addMatterParts',
        summary: 'Put further shortfalls into a matter',
        tags,
        params,
        body: AddParts,
        response,
      },
    },
    ({ context, params, body }) => addParts(context, params.id, body),
  )

  app.post(
    '/api/reviews/matters/:id/split',
    {
      config: deciding,
      schema: {
        operationId: 'splitMatter',
        summary: 'Take parts out of a matter into one of their own',
        tags,
        params,
        body: SplitMatter,
        response,
      },
    },
    ({ context, params, body }) => splitMatter(context, params.id, body),
  )

  app.post(
    '/api/reviews/matters/:id/merge',
    {
      config: deciding,
      schema: {
        operationId: 'mergeMatters',
        summary: 'Make another matter part of this one',
        tags,
        params,
        body: MergeMatters,
        response,
      },
    },
    ({ context, params, body }) => mergeMatters(context, params.id, body),
  )

  app.post(
    '/api/reviews/matters/:id/items',
    {
      config: deciding,
      schema: {
        operationId: 'linkMatterItem',
        summary: 'Link an item to a part, enter a draft item for it, or take a link away',
        tags,
        params,
        body: LinkMatterItem,
        response,
      },
    },
    ({ context, params, body }) => linkMatterItem(context, params.id, body),
  )
}
