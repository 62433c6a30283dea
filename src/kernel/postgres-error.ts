/** Why the embedded server can't run; the message says what, where and what to do. */
export class PostgresError extends Error {
  readonly reason: 'no-binaries' | 'other-major' | 'folder' | 'account' | 'failed' | 'busy'
  constructor(reason: PostgresError['reason'], message: string) {
    super(message)
    this.name = 'PostgresError'
    this.reason = reason
  }
}

/** What an operating system's refusal means and what helps, in words. */
export function folderError(folder: string, error: NodeJS.ErrnoException): PostgresError {
  const says: Record<string, string> = {
    ENOTDIR: 'is not a folder',
    EEXIST: 'is not a folder',
    EACCES: `can't be written by this user (uid ${process.getuid?.() ?? '?'})`,
    EPERM: `can't be written by this user (uid ${process.getuid?.() ?? '?'})`,
    EROFS: 'is on a read-only disk',
    ENOSPC: 'is on a disk that is full',
    EDQUOT: 'is over its disk quota',
  }
  const what = says[error.code ?? ''] ?? `can't be used (${error.message})`
  return new PostgresError(
    'folder',
    `The database folder ${folder} ${what}. Make room or change its owner, or set TALKOOT_DATA to another folder.`,
  )
}
