/**
 * One file that an administrator can trust: `talkoot backup` writes one moment of the database and its files while the
 * server runs, `talkoot restore` proves the file, fills an empty database with it, reads everything back and compares,
 * and brings it up to date. The text of COPY is the same on every PostgreSQL, so a backup moves between the embedded
 * database and a server of one's own. Others ask for the notes of the backups taken and for the sizes of tables.
 */
export { type BackupNote, backupNotes, tableSizes } from './note-queries.ts'
export { restoreBackup } from './restore.ts'
export { filesSize, takeBackup } from './take.ts'
