import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useLocation } from 'react-router-dom';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useInbox } from '../../inbox/InboxContext';
import { statusTone } from '../../theme/statusTone';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(2),
      margin: theme.spacing(0, 0, 3),
      padding: 0,
      listStyle: 'none',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      '& a': {
        display: 'block',
        paddingBottom: theme.spacing(1),
        color: statusTone(theme).quiet,
        borderBottom: '2px solid transparent',
      },
      '& a:hover': { color: theme.palette.text.primary },
      '& a[aria-current]': {
        color: theme.palette.text.primary,
        fontWeight: 600,
        borderBottomColor: theme.palette.primary.main,
      },
    },
  }),
  { name: 'EscapeHatchMainTabs' },
);

/** Links to the three lists; the first says how much waits. */
export function MainTabs() {
  const t = useEscapeHatchTranslation();
  const { root } = useStyles();
  const { value } = useInbox();
  const { pathname } = useLocation();
  const links = usePageLinks();
  if (!links) {
    return null;
  }
  const count = value?.items.length ?? 0;
  const shown = value?.nextCursor ? `${count}+` : String(count);
  const tabs = [
    {
      to: links.inbox(),
      text: count
        ? t('common.tabs.inboxCount', { shown })
        : t('common.tabs.inbox'),
    },
    { to: links.requests(), text: t('common.tabs.all') },
    { to: links.insights(), text: t('common.tabs.insights') },
  ];
  return (
    <nav aria-label={t('common.title')}>
      {/* Safari takes a list without markers for no list. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul className={root} role="list">
        {tabs.map(({ to, text }) => (
          <li key={to}>
            <Link
              to={to}
              underline="none"
              aria-current={
                pathname.replace(/\/$/, '') === to.replace(/\/$/, '')
                  ? 'page'
                  : undefined
              }
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
