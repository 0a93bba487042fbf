import { useEffect, useRef } from 'react';
import type { ActionDraft } from '../../reviews/ActionDraft';
import type { ActionProblems } from '../../reviews/actionProblems';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { ActionFields } from '../ActionFields';
import { useFormStyles } from './useFormStyles';

/** The actions that a review decides; as many as are needed. */
export function ActionsFieldset(props: {
  actions: ActionDraft[];
  /** By the actions' order. */
  problems: ActionProblems[];
  timeZone: string;
  onChange: (actions: ActionDraft[]) => void;
  onAdd: () => void;
}) {
  const { actions, problems, timeZone, onChange, onAdd } = props;
  const t = useDoraTranslation();
  const classes = useFormStyles();
  const root = useRef<HTMLDivElement>(null);
  const count = actions.length;
  const before = useRef(count);

  useEffect(() => {
    // Whoever adds an action wants to write it; whoever removes one must not lose their place.
    if (count > before.current) {
      root.current
        ?.querySelector<HTMLElement>(`[name="action-${count - 1}-title"]`)
        ?.focus();
    } else if (count < before.current) {
      root.current?.querySelector<HTMLElement>('[data-add]')?.focus();
    }
    before.current = count;
  }, [count]);

  return (
    <div ref={root}>
      {actions.map((action, i) => {
        const number = String(i + 1);
        return (
          <fieldset
            // Actions have no name before they are saved; their place is who they are.
            // eslint-disable-next-line react/no-array-index-key
            key={i}
            className={`${classes.fieldset} ${classes.action}`}
          >
            <legend className={classes.legend}>
              {t('review.form.action', { number })}
            </legend>
            <ActionFields
              name={`action-${i}`}
              action={action}
              problems={problems[i] ?? {}}
              timeZone={timeZone}
              onChange={changed =>
                onChange(actions.map((old, j) => (j === i ? changed : old)))
              }
            />
            <span className={classes.remove}>
              <ActionButton
                onClick={() => onChange(actions.filter((_, j) => j !== i))}
              >
                {t('review.form.removeAction', { number })}
              </ActionButton>
            </span>
          </fieldset>
        );
      })}
      <ActionButton data-add variant="outlined" onClick={onAdd}>
        {t('review.form.addAction')}
      </ActionButton>
    </div>
  );
}
