/** What may be put beside things, by content: the type, what its names end with, and how it is told from its bytes. */
type Kind = { type: string; extensions: readonly string[] }

const openXml = 'application/vnd.openxmlformats-officedocument'
const kinds = {
  pdf: { type: 'application/pdf', extensions: ['pdf'] },
  png: { type: 'image/png', extensions: ['png'] },
  jpeg: { type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  gif: { type: 'image/gif', extensions: ['gif'] },
  webp: { type: 'image/webp', extensions: ['webp'] },
  docx: { type: `${openXml}.wordprocessingml.document`, extensions: ['docx'] },
  xlsx: { type: `${openXml}.spreadsheetml.sheet`, extensions: ['xlsx'] },
  pptx: { type: `${openXml}.presentationml.presentation`, extensions: ['pptx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  odp: { type: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'] },
  doc: { type: 'application/msword', extensions: ['doc'] },
  xls: { type: 'application/vnd.ms-excel', extensions: ['xls'] },
  ppt: { type: 'application/vnd.ms-powerpoint', extensions: ['ppt'] },
  zip: { type: 'application/zip', extensions: ['zip'] },
  csv: { type: 'text/csv', extensions: ['csv'] },
  txt: { type: 'text/plain', extensions: ['txt', 'md', 'tsv'] },
} as const satisfies Record<string, Kind>

export type FileKind = keyof typeof kinds
export const fileKinds = Object.keys(kinds) as FileKind[]
/** Everything but archives, whose content nobody has looked at. */
export const usualKinds: readonly FileKind[] = fileKinds.filter((kind) => kind !== 'zip')
export const typeOf = (kind: FileKind): string => kinds[kind].type
export const isImage = (type: string): boolean => type.startsWith('image/')

const latin = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(to, bytes.length) - from)).toString(
    'latin1',
  )

/**
 * What a file is by its first and last bytes (64 KiB of each are enough); its name decides only between kinds that
 * look alike. Undefined for what is not taken: programs, web pages, drawings with script, documents with macros.
 */
export function kindOfContent(head: Uint8Array, tail: Uint8Array, name: string): FileKind | undefined {
  const start = latin(head, 0, 1024)
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (/^GIF8[79]a/.test(start)) return 'gif'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (start.startsWith('PK\x03\x04')) return kindOfArchive(latin(head), latin(tail))
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    return (['doc', 'xls', 'ppt'] as const).find((kind) => kind === extension)
  if (isText(head)) return extension === 'csv' ? 'csv' : 'txt'
  return undefined
}

function kindOfArchive(head: string, tail: string): FileKind | undefined {
  const names = head + tail
  if (names.includes('vbaProject.bin')) return undefined
  // An OpenDocument names its type in its first entry, unpacked (OpenDocument 1.3, part 2, 3.3).
  for (const kind of ['odt', 'ods', 'odp'] as const)
    if (head.slice(30, 200).startsWith(`mimetype${kinds[kind].type}`)) return kind
  if (!names.includes('[Content_Types].xml')) return 'zip'
  if (names.includes('word/document')) return 'docx'
  if (names.includes('xl/workbook')) return 'xlsx'
  return names.includes('ppt/presentation') ? 'pptx' : 'zip'
}

/** Plain text: no control signs, and nothing that a browser or a shell could take for something to run. */
function isText(head: Uint8Array): boolean {
  const starts = latin(head, 0, 1024).replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
  return (
    head.length > 0 && head.every((byte) => byte >= 32 || blanks.has(byte)) && !/^(?:<|#!|MZ)/.test(starts)
  )
}
const blanks = new Set([9, 10, 11, 12, 13])

/** The name to show and to save under: no path, no control signs, an ending that fits the content. */
export function safeName(written: string, kind: FileKind): string {
  const last = written.normalize('NFC').split(/[\\/]/).at(-1)!
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const cut = [...plain].slice(-120).join('') || 'file'
  const extension = /\.([^.]+)$/.exec(cut)?.[1]?.toLowerCase() ?? ''
  return (kinds[kind].extensions as readonly string[]).includes(extension)
    ? cut
    : `${cut}.${kinds[kind].extensions[0]}`
}
