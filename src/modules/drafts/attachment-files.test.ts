import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, callInAssessment } from '../../../test/decided-call.ts'
import { somebody } from '../../../test/people.ts'
import { readSources } from '../../../test/source.ts'
import { execute } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { filesInUse } from './attachment-queries.ts'

/** Every column that names a stored file. The cleaning of files spares what these name. */
const filing = [
  'application_file.file_hash',
  'attachment.file_hash',
  'attachment.thumbnail_file_hash',
  'data_copy.file_hash',
  'import.file_hash',
  'network_import.file_hash',
  'profile_fact.file_hash',
  'profile_fact.thumbnail_file_hash',
]
/** Hashes of secrets, and of what lies in the database itself. */
const others = [
  'api_token.token_hash',
  'application_invitation.secret_hash',
  'application_version.hash',
  'assessment_giving.hash',
  'benchmark_run.digest',
  'calendar_feed.secret_hash',
  'consortium_interest.secret_hash',
  'consortium_invitation.secret_hash',
  'consortium_letter.hash',
  'decision_event.hash',
  'decision_part.hash',
  'ecosystem_logo.hash',
  'followup_packet_version.hash',
  'form_version.hash',
  'funding_decision.hash',
  'selection.record_hash',
  'selection_signature.hash',
  'invitation.token_hash',
  'mail_off.token_hash',
  'network_answer.secret_hash',
  'network_tie_ask.secret_hash',
  'profile_invitation.secret_hash',
  'recovery_code.code_hash',
  'session.token_hash',
  'sign_in_link.token_hash',
  'sign_in_step.token_hash',
  'situation_snapshot.hash',
  'statistic_version.digest',
]
/** Where files are stored, each with what names them afterwards. */
const storing = [
  'src/modules/demo/funding.ts', // read at once: it goes the next night
  'src/modules/demo/jobs.ts', // import.file_hash
  'src/modules/drafts/attachment-jobs.ts', // attachment.thumbnail_file_hash
  'src/modules/privacy/copy-job.ts', // data_copy.file_hash
  'src/modules/profiles/picture-actions.ts', // profile_fact.file_hash, profile_fact.thumbnail_file_hash
  'src/modules/projects/import-verb.ts', // import.file_hash
  'src/modules/sources/own-list.ts', // import.file_hash
  'src/modules/statistics/asking.ts', // read at once: it goes the next night
  'src/modules/statistics/shipped.ts', // read at once: it goes the next night
  'src/modules/statistics/verbs.ts', // read at once: it goes the next night
  'src/web/forms.ts', // what a form brings in: its action names it, or it goes the next night
]

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

it('knows of every column with a hash whether it names a file', async () => {
  const { rows } = await execute(
    database.db,
    `select table_name || '.' || column_name as name from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'text'
       and column_name ~ '(hash|sha[0-9]|digest|blob|stored)' order by 1`,
  )
  expect(rows.map((r) => r.name)).toEqual([...filing, ...others].sort())
})

it('knows of every place that stores a file', () => {
  const found = readSources('src')
    .filter(
      (f) => !/\.test\.|kernel\/file\.ts|modules\/backup\//.test(f.path) && /\bfiles\.put\(/.test(f.text),
    )
    .map((f) => f.path)
  expect(found.sort()).toEqual(storing)
})

it('spares what each of these columns names, and nothing else: the raw file of a logo goes', async () => {
  const hashOf = (name: string) => createHash('sha256').update(name).digest('hex')
  const raw = hashOf('the logo as it was dropped')
  const person = newId()
  await execute(
    database.db,
    `insert into person (id, name, language, created_at) values ($1, 'A', 'fi', now())`,
    [person],
  )
  await execute(
    database.db,
    `insert into attachment (id, subject_kind, subject_id, name, type, bytes, file_hash, thumbnail_file_hash, scan, share, created_at)
     values (gen_random_uuid(), 'project', 'x', 'a.png', 'image/png', 1, $1, $2, 'clean', 'public', now())`,
    [hashOf('attachment.file_hash'), hashOf('attachment.thumbnail_file_hash')],
  )
  await execute(
    database.db,
    `insert into data_copy (id, person_id, job_id, file_hash, asked_at) values (gen_random_uuid(), $1, gen_random_uuid(), $2, now())`,
    [person, hashOf('data_copy.file_hash')],
  )
  await execute(
    database.db,
    `insert into import (id, file_name, file_hash, file_bytes, layout, list, state, counts, staged_rows, created_at)
     values (gen_random_uuid(), 'x.csv', $1, 1, '{}', '{}', 'applied', '{}', 0, now())`,
    [hashOf('import.file_hash')],
  )
  const organisation = newId()
  await execute(
    database.db,
    `insert into organisation (id, canonical_id, name, kind, personal, created_at, lexemes)
     values ($1, $1, 'A', 'company', false, now(), '')`,
    [organisation],
  )
  await execute(
    database.db,
    `insert into profile_fact (id, entry_id, organisation_id, kind, content, share, file_hash, thumbnail_file_hash, by_whom, office, at, prefilled, lexemes)
     values (gen_random_uuid(), gen_random_uuid(), $1, 'picture', '{}', 'public', $2, $3, 'A', 'keeper', now(), false, '')`,
    [organisation, hashOf('profile_fact.file_hash'), hashOf('profile_fact.thumbnail_file_hash')],
  )
  await execute(
    database.db,
    `insert into network_import (id, file_name, file_hash, format, share, state, by_whom, at)
     values (gen_random_uuid(), 'x.csv', $1, 'csv', 'own', 'read', 'A', now())`,
    [hashOf('network_import.file_hash')],
  )
  const { call, code, ecosystem } = await callInAssessment(database, undefined)
  const applicant = await somebody(database, 'B')
  const { id } = await assessedApplication(database, { call, code, ecosystem }, 1, {
    applicant,
    checker: applicant,
    assessor: applicant,
  })
  await execute(
    database.db,
    `insert into application_file (application_id, version, position, attachment_id, question, name, type, bytes, file_hash)
     values ($1, 1, 0, gen_random_uuid(), 'q', 'a.pdf', 'application/pdf', 1, $2)`,
    [id, hashOf('application_file.file_hash')],
  )
  const used = await filesInUse(database.db, [...filing.map(hashOf), raw], new Date('2026-01-01'))
  expect(filing.filter((name) => !used.has(hashOf(name)))).toEqual([])
  expect(used.has(raw)).toBe(false)
})
