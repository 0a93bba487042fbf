import type { Ref } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import type { DeploymentDetail } from '@golden-path/backstage-plugin-dora-common';
import type { MomentContext } from '../../format/MomentContext';
import { verdictOf } from '../../deployments/verdictOf';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        padding: theme.spacing(1, 2),
        border: `1px solid ${tone.line}`,
        borderLeft: `3px solid ${theme.palette.primary.main}`,
        borderRadius: 4,
        background: theme.palette.background.paper,
        fontSize: theme.typography.pxToRem(14),
        lineHeight: '20px',
        overflowWrap: 'anywhere',
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
        },
      },
      bad: { borderLeftColor: tone.bad },
      ok: { borderLeftColor: tone.ok },
      quiet: { borderLeftColor: tone.outline },
    };
  },
  { name: 'DoraVerdict' },
);

const icons = { bad: CloseIcon, ok: CheckIcon, quiet: BlockIcon };

/** Did it count, in one line. Takes the focus once a person has overruled it. */
export function Verdict(props: {
  focusRef: Ref<HTMLDivElement>;
  deployment: DeploymentDetail;
  context: MomentContext;
}) {
  const { focusRef, deployment, context } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const { tone, headline, why } = verdictOf({ deployment, context, t });
  return (
    <div
      ref={focusRef}
      role="status"
      tabIndex={-1}
      className={`${classes.root} ${classes[tone]}`}
    >
      <IconWord icon={icons[tone]} tone={tone}>
        <strong>{headline}</strong> {why}
      </IconWord>
    </div>
  );
}
