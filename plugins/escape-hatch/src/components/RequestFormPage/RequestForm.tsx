import WarningIcon from '@material-ui/icons/Warning';
import type {
  EscapeHatchRequest,
  RuleInUse,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { useNavigate } from 'react-router-dom';
import type { DraftFields } from '../../draft/DraftFields';
import type { FieldName } from '../../draft/FieldName';
import { joinNames } from '../../format/joinNames';
import { isEndOfDay } from '../../format/formatEnd';
import { formatMoment } from '../../format/formatMoment';
import { personName } from '../../format/personName';
import { useMe } from '../../hooks/useMe';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useServiceOwners } from '../../hooks/useServiceOwners';
import { useGridStyles } from '../../theme/useGridStyles';
import {
  type EscapeHatchTranslation,
  useEscapeHatchTranslation,
} from '../../translation/useEscapeHatchTranslation';
import { ActionLink } from '../ActionLink';
import { HatchCard } from '../HatchCard';
import { HeadFacts } from '../HeadFacts';
import { IconWord } from '../IconWord';
import { PageHeading } from '../PageHeading';
import { ApproversCard } from './ApproversCard';
import { BeforeCard } from './BeforeCard';
import { RuleCard } from './RuleCard';
import { type SaveButton, SubmitBar } from './SubmitBar';
import { TargetFields } from './TargetFields';
import { TextInput } from '../TextInput';
import { TimeFields } from './TimeFields';
import { useFormStyles } from './useFormStyles';
import { useRequestForm } from './useRequestForm';
import { WhatFields } from './WhatFields';

/** The form of a new request or of an edit, beside what its submission would meet. */
export function RequestForm(props: {
  initial: DraftFields;
  /** The request that is edited. */
  edited?: EscapeHatchRequest;
  /** Number of the request whose text it begins with. */
  copiedFrom?: number;
  rules: RuleInUse[];
}) {
  const { initial, copiedFrom, rules } = props;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const navigate = useNavigate();
  const me = useMe();
  const grid = useGridStyles();
  const classes = useFormStyles();
  const state = useRequestForm({
    initial,
    edited: props.edited,
    rules,
    onSaved: ({ id }) =>
      navigate(links?.request(id) ?? `../${id}`, {
        state: { isDone: true },
      }),
  });
  const { form, edited, preview, timeZone } = state;
  const service = useServiceOwners(form.fields.entityRef);
  const mine = service?.owners.filter(ref => me?.ownership.includes(ref)) ?? [];
  const cleared = edited?.stages.filter(({ decision }) => decision).length ?? 0;
  const title = edited
    ? t('form.titleEdit', { number: String(edited.number) })
    : t('form.titleNew');

  return (
    <form
      noValidate
      aria-label={title}
      onSubmit={event => event.preventDefault()}
    >
      <PageHeading
        title={title}
        facts={
          <HeadFacts
            facts={[
              ...(mine.length > 0
                ? [
                    {
                      name: t('form.askFor'),
                      value: joinNames(mine.map(personName), 'and'),
                    },
                  ]
                : []),
              ...(edited
                ? [{ name: t('form.version'), value: String(edited.version) }]
                : []),
              ...(copiedFrom
                ? [
                    {
                      name: t('form.copied', { number: String(copiedFrom) }),
                      value: '',
                    },
                  ]
                : []),
            ]}
          />
        }
      >
        <ActionLink
          to={(edited ? links?.request(edited.id) : links?.inbox()) ?? '..'}
        >
          {t('form.cancel')}
        </ActionLink>
      </PageHeading>
      <div className={grid.formAndAside}>
        <HatchCard title={t('form.what')}>
          <div className={classes.fields}>
            <WhatFields
              form={form}
              rules={rules}
              service={service}
              me={me}
              isEdit={edited !== undefined}
              approvals={preview.value?.stages.length}
            />
            <h3 className={classes.section}>{t('form.howLong')}</h3>
            <TimeFields
              form={form}
              cap={state.isAsked ? preview.value?.cap : undefined}
              timeZone={timeZone}
              exactEnd={edited && exactEnd(edited)}
            />
            <h3 className={classes.section}>{t('form.where')}</h3>
            <p className={classes.explain}>{t('form.whereHint')}</p>
            <TargetFields form={form} rules={rules} />
            {edited && (
              <TextInput
                id={form.idOf('comment')}
                label={t('form.comment')}
                hint={t('form.commentHint')}
                problem={form.messageOf('comment')}
                rows={2}
                value={state.comment}
                onChange={state.setComment}
              />
            )}
          </div>
        </HatchCard>
        <div className={grid.column}>
          <RuleCard chosen={form.fields.rules} rules={rules} />
          <ApproversCard
            preview={preview}
            isAsked={state.isAsked}
            riskLevel={form.fields.riskLevel}
            me={me}
          />
          <BeforeCard
            preview={state.isAsked ? preview.value : undefined}
            overlaps={(preview.value?.overlaps ?? []).filter(
              id => id !== edited?.id && id !== edited?.renewalOf?.id,
            )}
            expiresAt={form.fields.expiresAt}
          />
        </div>
      </div>
      <div className={grid.one}>
        {cleared > 0 && (
          <IconWord icon={WarningIcon} tone="warn">
            {t('form.clears', { count: cleared })}
          </IconWord>
        )}
        <SubmitBar
          buttons={buttonsOf({ edited, save: state.save, t })}
          isBusy={state.isBusy}
          failure={
            state.wasSubmit ? t('form.notSubmitted') : t('form.notSaved')
          }
          problems={state.wrong}
          nameOf={field => nameOf(field, t)}
          onField={state.focus}
          refusal={state.refusal}
        />
      </div>
    </form>
  );
}

function buttonsOf(options: {
  edited: EscapeHatchRequest | undefined;
  save: (submit: boolean) => void;
  t: EscapeHatchTranslation;
}): SaveButton[] {
  const { edited, save, t } = options;
  const keep = () => save(false);
  const submit = () => save(true);
  if (edited?.status === 'submitted') {
    return [{ text: t('form.saveChanges'), onClick: keep }];
  }
  return edited?.status === 'changes_requested'
    ? [
        { text: t('form.submitAgain'), onClick: submit },
        { text: t('form.saveChanges'), onClick: keep },
      ]
    : [
        { text: t('form.submit'), onClick: submit },
        { text: t('form.saveDraft'), onClick: keep },
      ];
}

/** What a field is called, also where it is not in sight. */
function nameOf(field: FieldName, t: EscapeHatchTranslation): string {
  switch (field) {
    case 'entityRef':
      return t('form.service');
    case 'startsAt':
      return t('form.startDay');
    case 'expiresAt':
      return t('form.endsShort');
    default:
      return t(`form.${field}`);
  }
}

/** `Sun 29 Nov, 12:00` where the end is not that of a day. */
function exactEnd(request: EscapeHatchRequest): string | undefined {
  const { expiresAt, timeZone } = request;
  return isEndOfDay(expiresAt, timeZone)
    ? undefined
    : formatMoment(expiresAt, { now: new Date(), timeZone });
}
