import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/HighlightOff';
import { CopyTextButton, Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  type EntityBudget,
  SLO_ANNOTATION,
} from '@golden-path/backstage-plugin-slo-common';
import { descriptorPlace } from '../../slo/descriptorPlace';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { AddSloActions } from '../AddSloActions';
import { NoteBox } from '../SloNotes';

const useStyles = makeStyles(
  theme => ({
    title: { fontWeight: 600 },
    how: { margin: theme.spacing(0.5, 0, 1.5) },
    example: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      padding: theme.spacing(0.5, 0.5, 0.5, 1.5),
      border: `1px solid ${statusTone(theme).line}`,
      borderRadius: 4,
      background: statusTone(theme).quietTint,
      '& svg': { fontSize: 16, color: statusTone(theme).quiet },
      '& pre': {
        margin: theme.spacing(1, 0),
        fontSize: theme.typography.pxToRem(12),
        lineHeight: '16px',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      },
    },
  }),
  { name: 'SloNoSlo' },
);

const EXAMPLE = `metadata:
  annotations:
    ${SLO_ANNOTATION}: slos/*.yaml`;

/** Why there is no SLO, and how there will be one. */
export function NoSlo({ budget }: { budget: EntityBudget }) {
  const t = useSloTranslation();
  const classes = useStyles();
  const { entity } = useEntity();
  if (budget.reason === 'all-broken') {
    return null;
  }
  if (budget.reason === 'no-match') {
    const place = descriptorPlace(entity);
    return (
      <>
        <NoteBox
          tone="bad"
          icon={ErrorIcon}
          title={t('card.noMatch.title', {
            pattern: budget.annotation ?? SLO_ANNOTATION,
          })}
        >
          {budget.lookedIn &&
            `${t('card.noMatch.lookedIn', { place: budget.lookedIn })} `}
          {place &&
            t('card.noMatch.annotation', {
              file: place.url ? (
                <Link to={place.url}>{place.file}</Link>
              ) : (
                place.file
              ),
            })}
        </NoteBox>
        <AddSloActions />
      </>
    );
  }
  return (
    <>
      <div className={classes.title}>{t('card.empty.title')}</div>
      <div className={classes.how}>{t('card.empty.how')}</div>
      <div className={classes.example}>
        <pre>{EXAMPLE}</pre>
        <CopyTextButton
          variant="tertiary"
          text={EXAMPLE}
          tooltipText={t('card.empty.copied')}
          aria-label={t('card.empty.copy')}
        />
      </div>
      <AddSloActions />
    </>
  );
}
