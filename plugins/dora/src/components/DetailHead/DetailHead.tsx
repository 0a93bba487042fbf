import type { ReactNode, Ref } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ArrowBackIcon from '@material-ui/icons/ArrowBack';
import { Link } from '@backstage/core-components';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => ({
    back: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      '& svg': { fontSize: 16 },
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1, 2),
      marginTop: theme.spacing(1),
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(24),
      lineHeight: '32px',
      fontWeight: 600,
      overflowWrap: 'anywhere',
      '&:focus': { outline: 'none' },
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    meta: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      margin: theme.spacing(1, 0, 2),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontVariantNumeric: 'tabular-nums',
      '& div': { display: 'flex', gap: theme.spacing(1) },
      '& dt': { color: statusTone(theme).quiet },
      '& dd': { margin: 0 },
    },
  }),
  { name: 'DoraDetailHead' },
);

/** Title, facts and buttons of one deployment or review. */
export function DetailHead(props: {
  back: { to: string; text: string };
  title: string;
  /** The title can take the focus. */
  titleRef?: Ref<HTMLHeadingElement>;
  actions?: ReactNode;
  facts: { name: string; value: ReactNode }[];
}) {
  const { back, title, titleRef, actions, facts } = props;
  const classes = useStyles();
  return (
    <>
      <Link to={back.to} className={classes.back} data-print="no">
        <ArrowBackIcon aria-hidden />
        {back.text}
      </Link>
      <div className={classes.line}>
        <h2 ref={titleRef} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        {actions && (
          <div className={classes.actions} data-print="no">
            {actions}
          </div>
        )}
      </div>
      <dl className={classes.meta}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
