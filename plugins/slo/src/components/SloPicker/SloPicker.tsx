import { type KeyboardEvent, useRef } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { formatBudget } from '../../format/formatBudget';
import { stateWords } from '../../slo/stateWords';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { StateWord } from '../StateWord';
import { pickerKey } from './pickerKey';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
      fontVariantNumeric: 'tabular-nums',
    },
    tab: {
      gap: theme.spacing(1),
      padding: '7px 12px',
      border: `1px solid ${statusTone(theme).outline}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      '&[aria-selected=true]': {
        borderColor: theme.palette.primary.main,
        boxShadow: `inset 0 -2px 0 ${theme.palette.primary.main}`,
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
  }),
  { name: 'SloPicker' },
);

/** One tab for each SLO: its state, its name and what is left. */
export function SloPicker(props: {
  slos: SloStatus[];
  selected: string;
  panelId: string;
  onSelect: (name: string) => void;
}) {
  const { slos, selected, panelId, onSelect } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const listRef = useRef<HTMLDivElement>(null);

  const handleKey = (event: KeyboardEvent, index: number) => {
    const next = pickerKey(event.key, index, slos.length);
    if (next !== undefined) {
      event.preventDefault();
      onSelect(slos[next].name);
      listRef.current
        ?.querySelectorAll<HTMLElement>('[role=tab]')
        [next]?.focus();
    }
  };

  return (
    <div
      ref={listRef}
      className={classes.root}
      role="tablist"
      aria-label={t('tab.picker')}
    >
      {slos.map((slo, i) => {
        const { left, over } = formatBudget(slo.budget.consumed);
        const isSelected = slo.name === selected;
        return (
          <ButtonBase
            key={slo.id}
            className={classes.tab}
            role="tab"
            aria-selected={isSelected}
            aria-controls={isSelected ? panelId : undefined}
            tabIndex={isSelected ? 0 : -1}
            disableRipple
            onClick={() => onSelect(slo.name)}
            onKeyDown={event => handleKey(event, i)}
          >
            <StateWord state={stateWords(slo)[0]} text="" />
            <strong>{slo.name}</strong>
            <span>
              {over ? t('tab.over', { left }) : t('tab.left', { left })}
            </span>
          </ButtonBase>
        );
      })}
    </div>
  );
}
