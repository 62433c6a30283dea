/** What is wrong with a backup or with where it is to be restored, said to the operator with what to do. */
export class BackupProblem extends Error {}
