/** The choice of one option: from a list that can be looked through, else by typing its name. */

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { LOOKED_THROUGH } from '../../words/long-lists.ts';
import { slugTyped } from '../../words/typed-name.ts';

interface Props {
  readonly label: string;
  /** Each name once. */
  readonly named: readonly { readonly slug: string; readonly name: string }[];
  /** The slug of what is chosen. */
  readonly value: string;
  readonly onChoose: (slug: string) => void;
}

export function OptionChoice(props: Props): JSX.Element {
  const { label, named, value, onChoose } = props;
  return (
    <label class="min-w-0">
      <span class="block text-xs text-soft">{label}</span>
      {named.length > LOOKED_THROUGH ? (
        <TypedName {...props} />
      ) : (
        <select
          class="field"
          value={value}
          onChange={(event) => {
            onChoose(event.currentTarget.value);
          }}
        >
          {named.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}

/** A field that proposes names while one is typed; the list is made when the field is first entered. */
function TypedName({ named, value, onChoose }: Props): JSX.Element {
  const list = useId();
  const [isEntered, setEntered] = useState(false);
  const [isUnknown, setUnknown] = useState(false);
  return (
    <>
      <input
        key={value}
        class="field"
        list={list}
        defaultValue={named.find(({ slug }) => slug === value)?.name ?? ''}
        autocomplete="off"
        aria-invalid={isUnknown}
        onFocus={(event) => {
          setEntered(true);
          event.currentTarget.select();
        }}
        onChange={(event) => {
          const slug = slugTyped(named, event.currentTarget.value);
          setUnknown(slug === undefined);
          if (slug !== undefined) onChoose(slug);
        }}
      />
      <datalist id={list}>
        {isEntered && named.map(({ slug, name }) => <option key={slug} value={name} />)}
      </datalist>
      {isUnknown && (
        <span class="block text-xs text-poor" role="status">
          No option, or more than one, has that name.
        </span>
      )}
    </>
  );
}
