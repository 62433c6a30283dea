import { z } from 'zod'
import type { Action } from '../kernel/action.ts'
import type { PageAnswer } from '../kernel/page.ts'
import type { Language } from '../kernel/text.ts'
import { nounName } from '../modules/people/index.ts'
import { PageHead } from '../ui/index.ts'
import { pathNames, routeOf } from './routes.ts'
import { text } from './text.ts'

type Property = { description?: string; enum?: string[]; anyOf?: Property[]; default?: unknown }

/** A page on which every action can be tried: a form per action, which works without script. */
export function explorerPage(actions: readonly Action[], language: Language): PageAnswer {
  const t = text[language]
  const nouns = [...new Set(actions.map((a) => a.name.split('.')[0]!))]
  return {
    as: 'page',
    title: t.title,
    description: t.lead,
    crumbs: [
      { text: t.openData, href: `${language === 'fi' ? '' : `/${language}`}/open-data` },
      { text: t.title },
    ],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <p>
          <a href="/api/openapi.json">{t.openapi}</a>
        </p>
        {nouns.map((noun) => (
          <section>
            <h2>{nounName(noun, language)}</h2>
            {actions
              .filter((a) => a.name.startsWith(`${noun}.`))
              .map((a) => (
                <Operation action={a} language={language} />
              ))}
          </section>
        ))}
      </>
    ),
  }
}

function Operation({ action, language }: { action: Action; language: Language }) {
  const t = text[language]
  const { method, path } = routeOf(action)
  const schema = z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Property>
    required?: string[]
  }
  const inPath = pathNames(path)
  const properties = Object.entries(schema.properties ?? {})
  return (
    <details class="operation" id={action.name}>
      <summary>
        <b class="num">{method}</b> <code>/api{path}</code>{' '}
        <span class="quiet">{action.summary[language]}</span>
      </summary>
      <form method={method === 'GET' ? 'get' : 'post'} action={`/api${path}`} data-path={`/api${path}`}>
        {inPath.length > 0 && <p class="note">{t.inPath}</p>}
        {properties.map(([name, property]) => (
          <Parameter
            id={`${action.name}-${name}`}
            name={name}
            property={property}
            required={inPath.includes(name) || (schema.required ?? []).includes(name)}
          />
        ))}
        <button class="btn" type="submit">
          {t.send}
        </button>
      </form>
    </details>
  )
}

type ParameterProps = { id: string; name: string; property: Property; required: boolean }

function Parameter({ id, name, property, required }: ParameterProps) {
  const choices = property.enum ?? property.anyOf?.find((p) => p.enum)?.enum
  return (
    <div class="field">
      <label for={id}>
        <code>{name}</code>
      </label>
      {property.description && (
        <span class="help" id={`${id}-help`}>
          {property.description}
        </span>
      )}
      {choices ? (
        <select id={id} name={name} required={required}>
          {!required && <option value="" />}
          {choices.map((c) => (
            <option value={c}>{c}</option>
          ))}
        </select>
      ) : (
        <input
          type="text"
          id={id}
          name={name}
          required={required}
          placeholder={property.default === undefined ? undefined : String(property.default)}
          aria-describedby={property.description && `${id}-help`}
        />
      )}
    </div>
  )
}
