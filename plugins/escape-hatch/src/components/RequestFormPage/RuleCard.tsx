import { Fragment } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import type { RuleInUse } from '@golden-path/backstage-plugin-escape-hatch-common';
import { statusTone } from '../../theme/statusTone';
import {
  type EscapeHatchTranslation,
  useEscapeHatchTranslation,
} from '../../translation/useEscapeHatchTranslation';
import { FactList } from '../FactList';
import { HatchCard } from '../HatchCard';
import { IconWord } from '../IconWord';

const useStyles = makeStyles(
  theme => ({
    text: { margin: theme.spacing(1, 0, 2), overflowWrap: 'anywhere' },
    line: {
      margin: theme.spacing(2, 0),
      border: 0,
      borderTop: `1px solid ${statusTone(theme).line}`,
    },
  }),
  { name: 'EscapeHatchRuleCard' },
);

/** What the chosen rules ask for, and what leaving them takes. */
export function RuleCard(props: { chosen: string[]; rules: RuleInUse[] }) {
  const { chosen, rules } = props;
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  return (
    <HatchCard
      title={
        chosen.length > 1 ? t('form.rule.titleMany') : t('form.rule.title')
      }
    >
      {chosen.length === 0 && (
        <span className="quiet">{t('form.rule.none')}</span>
      )}
      {chosen.map((id, i) => {
        const rule = rules.find(candidate => candidate.id === id);
        return (
          <Fragment key={id}>
            {i > 0 && <hr className={classes.line} />}
            {rule ? (
              <OneRule rule={rule} />
            ) : (
              <span>{t('form.rule.unknown', { rule: id })}</span>
            )}
          </Fragment>
        );
      })}
    </HatchCard>
  );
}

function OneRule({ rule }: { rule: RuleInUse }) {
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  return (
    <>
      <div className="strong">{rule.title}</div>
      <div className="mono quiet">{rule.id}</div>
      <p className={classes.text}>{rule.description}</p>
      <FactList
        facts={[
          {
            name: t('form.rule.waivable'),
            value: rule.waivable ? (
              <IconWord icon={CheckIcon} tone="ok">
                {t('form.rule.yes')}
              </IconWord>
            ) : (
              <IconWord icon={CloseIcon} tone="bad">
                {t('form.rule.no')}
              </IconWord>
            ),
          },
          {
            name: t('form.rule.longest'),
            value: t('form.rule.days', { count: rule.maxDays }),
          },
          { name: t('form.rule.enforcedBy'), value: enforcers(rule, t) },
          { name: t('form.rule.inUse'), value: inUse(rule, t) },
        ]}
      />
    </>
  );
}

function enforcers(rule: RuleInUse, t: EscapeHatchTranslation): string {
  const { policies, vulnerabilities } = rule;
  const names = [
    ...(policies.gatekeeper.length > 0 ? [t('form.rule.gatekeeper')] : []),
    ...(policies.kyverno.length > 0 ? [t('form.rule.kyverno')] : []),
    ...(vulnerabilities ? [t('form.rule.trivy')] : []),
  ];
  return names.join(', ') || t('form.rule.gate');
}

function inUse(rule: RuleInUse, t: EscapeHatchTranslation): string {
  const { active, owners } = rule.inUse;
  return active === 0
    ? t('form.rule.unused')
    : t('form.rule.hatches', {
        count: active,
        owners: t('form.rule.teams', { count: owners }),
      });
}
