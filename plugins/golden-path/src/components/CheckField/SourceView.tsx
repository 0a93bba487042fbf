import { Fragment, useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { Finding } from '@golden-path/backstage-plugin-golden-path-common';
import { kindOf } from '../../check/Tally';
import { statusTone } from '../../theme/statusTone';
import { useFieldStyles } from '../../theme/useFieldStyles';
import {
  type GoldenPathTranslation,
  useGoldenPathTranslation,
} from '../../translation/useGoldenPathTranslation';
import type { Place } from './Place';

/** Lock files have ten thousand lines, which nobody reads here. */
const SHOWN_LINES = 500;

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        maxHeight: 528,
        overflow: 'auto',
        containerType: 'inline-size',
        border: `1px solid ${tone.line}`,
        borderRadius: 4,
        fontFamily: 'ui-monospace, "DejaVu Sans Mono", Menlo, monospace',
        fontSize: theme.typography.pxToRem(12),
        lineHeight: '20px',
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
        },
      },
      lines: { display: 'grid', gridTemplateColumns: 'max-content 1fr' },
      number: {
        minWidth: 40,
        padding: theme.spacing(0, 1),
        textAlign: 'right',
        color: tone.quiet,
        userSelect: 'none',
      },
      code: { whiteSpace: 'pre', paddingRight: theme.spacing(1) },
      finding: { gridColumn: 2 },
      /** Stays in sight, however long the lines are. */
      findingText: {
        position: 'sticky',
        left: 48,
        display: 'block',
        maxWidth: 'calc(100cqi - 64px)',
        overflowWrap: 'anywhere',
      },
      error: { background: tone.badTint },
      warning: { background: tone.warnTint },
      waived: { background: tone.quietTint },
      errorWord: { color: tone.bad },
      warningWord: { color: tone.warn },
      waivedWord: { color: tone.quiet },
      more: { margin: theme.spacing(1), textTransform: 'none' },
    };
  },
  { name: 'GoldenPathSource' },
);

/** A text with the numbers of its lines, and what was found below the lines where it was found. */
export function SourceView(props: {
  name: string;
  content: string;
  findings?: Finding[];
  place?: Place;
}) {
  const { name, content, findings = [], place } = props;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { quiet } = useFieldStyles();
  const box = useRef<HTMLDivElement>(null);
  const marked = useRef<HTMLSpanElement>(null);
  const lines = content.replace(/\r?\n$/, '').split(/\r?\n/);
  const [isWhole, setWhole] = useState(false);
  const first = isWhole ? 0 : firstShown(place?.line, lines.length);
  const shown = isWhole ? lines : lines.slice(first, first + SHOWN_LINES);
  useEffect(() => {
    if (box.current && marked.current) {
      // Only the box: the page stays where it is.
      const { top, height } = box.current.getBoundingClientRect();
      const line = marked.current.getBoundingClientRect();
      box.current.scrollTop += line.top - top - height / 3;
    }
    if (place?.isAsked) {
      box.current?.focus();
    }
  }, [place]);

  if (content === '') {
    return <p className={quiet}>{t('check.empty')}</p>;
  }
  return (
    <div
      ref={box}
      role="region"
      aria-label={labelOf({ name, count: lines.length, findings, t })}
      // A box that scrolls has to be reached by the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={classes.root}
    >
      <div className={classes.lines}>
        {shown.map((text, index) => {
          const line = first + index + 1;
          const found = findings.filter(finding => finding.line === line);
          const tint = found[0] ? classes[kindOf(found[0])] : '';
          return (
            <Fragment key={line}>
              <span
                ref={line === place?.line ? marked : undefined}
                className={`${classes.number} ${tint}`}
                aria-hidden
              >
                {line}
              </span>
              <span className={`${classes.code} ${tint}`}>{text}</span>
              {found.map((finding, nth) => {
                const kind = kindOf(finding);
                return (
                  <div
                    // eslint-disable-next-line react/no-array-index-key
                    key={nth}
                    className={`${classes.finding} ${classes[kind]}`}
                  >
                    <span className={classes.findingText}>
                      <strong className={classes[`${kind}Word`]}>
                        {wordOf(kind, t)}
                      </strong>{' '}
                      {finding.rule}: {finding.message}
                    </span>
                  </div>
                );
              })}
            </Fragment>
          );
        })}
      </div>
      {shown.length < lines.length && (
        <Button
          size="small"
          className={classes.more}
          onClick={() => setWhole(true)}
        >
          {t('check.more', { lines: lines.length.toLocaleString('en-US') })}
        </Button>
      )}
    </div>
  );
}

function wordOf(
  kind: ReturnType<typeof kindOf>,
  t: GoldenPathTranslation,
): string {
  return t(kind === 'waived' ? 'check.waivedWord' : `check.${kind}`);
}

/** `charts/orders-api/values.yaml, 96 lines, error on line 24` */
function labelOf(options: {
  name: string;
  count: number;
  findings: Finding[];
  t: GoldenPathTranslation;
}): string {
  const { name, count, findings, t } = options;
  return findings.reduce<string>(
    (label, finding) =>
      t('check.sourceLabelLine', {
        label,
        severity: wordOf(kindOf(finding), t).toLowerCase(),
        line: String(finding.line),
      }),
    t('check.sourceLabel', { name, count }),
  );
}

/** A line that is asked for is shown, with some before it. */
function firstShown(line: number | undefined, count: number): number {
  const isNear = line === undefined || line <= SHOWN_LINES;
  return isNear
    ? 0
    : Math.max(0, Math.min(line - SHOWN_LINES / 2, count - SHOWN_LINES));
}
