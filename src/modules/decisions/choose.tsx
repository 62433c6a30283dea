export type ChooseProps = {
  name: string
  /** Said before it; where many of a page say the same, `about` is which one. */
  label: string
  about?: string
  none?: string
  value?: string
  choices: readonly { value: string; label: string }[]
}

/** A choice of one among few beside a button: there may be one for each row of a page, so it has no id. */
export const Choose = ({ name, label, about, none, value, choices }: ChooseProps) => (
  <label class="field">
    {label}
    {about && <span class="vh">: {about}</span>}
    <select name={name}>
      {none !== undefined && <option value="">{none}</option>}
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
)
