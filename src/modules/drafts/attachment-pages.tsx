import type { Page } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { addAttachment, attachmentRoom, dropAttachment, getAttachment } from './attachment-actions.ts'
import { attachmentText as text } from './attachment-text.ts'

const noFile = new Refusal('invalid', 'attachment.no-file', [
  { field: 'file', text: { fi: text.fi.noFile, sv: text.sv.noFile, en: text.en.noFile } },
])

export const attachmentPages: readonly Page[] = [
  {
    method: 'POST',
    path: '/attachments/to/{kind}/{subject}',
    run: async (request) => {
      const { kind, subject } = request.params
      // Before the form is read: a file that nobody may add is not stored.
      const room = await request.perform(attachmentRoom, { kind, subject })
      const form = await request.form(room.bytes)
      const file = form.files.find((f) => f.field === 'file')
      if (!file) throw noFile
      const share = form.get('share')
      const place = form.get('ecosystem')
      const { path } = await request.perform(addAttachment, {
        kind,
        subject,
        name: file.name,
        hash: file.hash,
        share,
        ...(place !== undefined && { ecosystem: place || null }),
      })
      return { as: 'redirect', to: `${request.link(path)}#attachments` }
    },
  },
  {
    method: 'GET',
    path: '/attachments/{id}/thumbnail',
    run: async (request) => {
      const { thumbnail } = await request.perform(getAttachment, { id: request.params.id })
      if (!thumbnail) throw new Refusal('missing', 'attachment.no-thumbnail')
      return {
        as: 'file',
        name: 'thumbnail.webp',
        type: 'image/webp',
        content: request.open(thumbnail),
        inline: true,
      }
    },
  },
  {
    method: 'GET',
    path: '/attachments/{id}/{name}',
    run: async (request) => {
      const { name, type, hash } = await request.perform(getAttachment, { id: request.params.id })
      return { as: 'file', name, type, content: request.open(hash) }
    },
  },
  {
    method: 'POST',
    path: '/attachments/{id}/remove',
    run: async (request) => {
      const { path } = await request.perform(dropAttachment, { id: request.params.id })
      return { as: 'redirect', to: `${request.link(path)}#attachments` }
    },
  },
]
